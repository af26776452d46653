/// Reads the curl, wget and HTTPie commands of a text, as people paste them.
///
/// It also reads what surrounds a command: assigned variables, piped texts, here-documents, `sh -c '…'`, `R=$(…)`, and
/// carets.
package struct ShellReader {
    private let source: PastedSource
    private let depth: Int
    private let isPowerShell: Bool

    private var variables: [String: ShellWord] = [:]

    /// The content of files that earlier commands have written.
    private var files: [String: TakenText] = [:]

    /// What the previous command pipes into the next command, and the byte at which the previous command ends.
    private var piped: (input: Input, end: Int)?

    private var requests: [HTTPRequestText] = []

    /// The byte up to which the commands were read.
    private var end = 0

    /// How many more commands with an unclosed quote to read, since each may extend to the end of the text.
    private var unclosedLeft = 32

    /// How many more here-documents to read, since each may extend to the end of the text.
    private var documentsLeft = 256

    package enum Input {
        case text(TakenText)
        case file(ShellWord)
    }

    /// Makes a reader; nested scripts are read a few levels deep.
    package init(_ source: PastedSource, depth: Int = 0) {
        self.source = source
        self.depth = depth
        isPowerShell = Self.isPowerShell(source.bytes)
    }

    /// The requests in order, including those that start no flow.
    package static func requests(in source: PastedSource) -> [HTTPRequestText] {
        ShellReader(source).read()
    }

    private func read() -> [HTTPRequestText] {
        if depth < 4, let plain = CaretText.plain(source) { return ShellReader(plain, depth: depth + 1).read() }
        var reader = self
        for command in ShellCommands(bytes: source.bytes).all() where command.start >= reader.end {
            reader.take(command)
        }
        return reader.requests
    }

    private mutating func take(_ command: ShellCommands.Command) {
        var lexer = lexer(at: command)
        defer { documentsLeft = lexer.documentsLeft }
        switch command.tool {
        case .assignment(let name): assign(String(decoding: source.bytes[name], as: UTF8.self), &lexer)
        case .script: script(command, &lexer)
        case .writer, .read: write(command, &lexer)
        case .curl, .wget, .httpie: request(command, &lexer)
        }
    }

    private func lexer(at command: ShellCommands.Command) -> ShellLexer {
        let faults = RequestFaults(origin: TextOrigin(places: source.places))
        var lexer = ShellLexer(source.bytes, from: command.start, faults: faults, isPowerShell: isPowerShell)
        lexer.variables = variables
        lexer.documentsLeft = documentsLeft
        lexer.closer = closer(of: command.start)
        return lexer
    }

    /// The bracket or backtick that ends a command because its opening one is before it on the line, or `nil`.
    private func closer(of start: Int) -> UInt8? {
        var depth = 0
        var index = start - 1
        while index >= 0, source.bytes[index] != 0x0A, start - index < 512 {
            switch source.bytes[index] {
            case UInt8(ascii: ")"): depth -= 1
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: "`") where index == start - 1: return UInt8(ascii: "`")
            default: break
            }
            if depth > 0 { return UInt8(ascii: ")") }
            index -= 1
        }
        return nil
    }

    // MARK: - Variables, scripts and input

    private mutating func assign(_ name: String, _ lexer: inout ShellLexer) {
        let value = lexer.isPowerShell ? lexer.hereString() ?? lexer.word() : lexer.word()
        guard !lexer.faults.list.contains(where: { $0.kind == .missingQuote }) else { return }
        // The output of another command is unknown; the reader reads that command separately.
        guard !value.text.hasPrefix("$("), !value.text.hasPrefix("`"), !value.text.hasPrefix("@") else { return }
        variables[isPowerShell ? name.lowercased() : name] = value
        end = max(end, lexer.index)
    }

    /// Reads a script in quotes, as after `sh -c`.
    private mutating func script(_ command: ShellCommands.Command, _ lexer: inout ShellLexer) {
        guard depth < 4 else { return }
        if let range = ShellCommands(bytes: source.bytes).tripleQuoted(at: command.start) {
            requests += ShellReader(source.part(range), depth: depth + 1).read()
            end = max(end, range.upperBound)
            return
        }
        let word = lexer.word()
        guard !lexer.faults.list.contains(where: { $0.kind == .missingQuote }) else { return }
        let found = ShellReader(PastedSource(word.text, in: source), depth: depth + 1).read()
        guard !found.isEmpty else { return }
        requests += found
        end = max(end, lexer.index)
    }

    private mutating func write(_ command: ShellCommands.Command, _ lexer: inout ShellLexer) {
        let words = lexer.words()
        let redirection = lexer.redirection
        let document = lexer.hereDocument()
        // `cat <<EOF > file` names the file after the document's mark.
        let rest = document == nil ? [] : lexer.words()
        let operands = (words.dropFirst() + rest).filter { !$0.text.hasPrefix("-") }
        guard !lexer.faults.list.contains(where: { $0.kind == .missingQuote }) else { return }
        if case .read = command.tool {
            if let document, let name = operands.last { variables[name.text.text] = ShellWord(document) }
        } else if words.first?.text.text == "cat" || words.first?.text.text == "tee" {
            let isTee = words.first?.text.text == "tee"
            if let file = redirection ?? lexer.redirection ?? (isTee ? operands.first?.text.text : nil), let document {
                files[file] = document
            } else if let document {
                piped = (.text(document), lexer.index)
            } else if let file = operands.first, operands.count == 1 {
                piped = (.file(file), lexer.index)
            }
        } else if let text = operands.last {
            piped = (.text(text.text), lexer.index)
            if let redirection { files[redirection] = text.text }
        }
        end = max(end, document == nil ? min(lexer.index, command.start + 4) : command.start + 4)
    }

    /// The input that the last command pipes into this command, or `nil` if there is none.
    private func input(of command: ShellCommands.Command) -> Input? {
        if isPowerShell, let variable = pipedVariable(before: command.start) { return .text(variable.text) }
        guard let piped, piped.end < command.start else { return nil }
        let between = source.bytes[piped.end..<command.start].filter { $0 > 0x20 && $0 != UInt8(ascii: "\\") }
        return between == [UInt8(ascii: "|")] ? piped.input : nil
    }

    /// The variable that PowerShell pipes into a command, as in `$body | curl.exe`, or `nil` if there is none.
    private func pipedVariable(before start: Int) -> ShellWord? {
        let line = source.bytes[..<start].suffix(256).split(separator: 0x0A, omittingEmptySubsequences: false).last
        let words = String(decoding: line ?? [], as: UTF8.self).split { $0 == " " || $0 == "|" }
        guard words.count == 1, let name = words.first, name.hasPrefix("$"), line?.last(where: { $0 > 0x20 }) == 0x7C
        else { return nil }
        return variables[name.dropFirst().lowercased()]
    }

    // MARK: - Requests

    private mutating func request(_ command: ShellCommands.Command, _ lexer: inout ShellLexer) {
        let words = lexer.words()
        guard !words.isEmpty else { return }
        var input = input(of: command)
        if let file = lexer.inputFile() { input = .file(file) }
        if let document = lexer.hereDocument() {
            input = .text(document)
            lexer.index = max(lexer.index, lexer.documentEnd)
        }
        let isUnclosed = lexer.faults.list.contains { $0.kind == .missingQuote }
        if isUnclosed { unclosedLeft -= 1 }
        if !isUnclosed || unclosedLeft < 0 { end = max(end, lexer.index) }
        var faults = lexer.faults
        if requests.isEmpty { source.reportEncoding(to: &faults) }
        for part in words.dropFirst().split(whereSeparator: { ["--next", "-:"].contains($0.text.text) }) {
            var builder = CurlCommand(source.places, faults: faults)
            builder.shell = isPowerShell ? .powerShell(isProgram: isProgram(words[0])) : .posix
            switch command.tool {
            case .wget: builder.takeWget(part)
            case .httpie: builder.takeHTTPie(part, input: input)
            default: builder.take(part)
            }
            requests.append(request(builder, input))
            faults = RequestFaults(origin: TextOrigin(places: source.places))
        }
    }

    private func isProgram(_ word: ShellWord) -> Bool { word.text.text.lowercased().hasSuffix(".exe") }

    /// The request, with a body from a pipe or from a file that the text itself writes.
    private func request(_ command: CurlCommand, _ input: Input?) -> HTTPRequestText {
        var request = command.finished()
        guard case .file(let path)? = request.body else { return request }
        if path.value != "-" {
            let written = files[path.value] ?? files["./" + path.value]
            if let written { request.body = .text(RequestBody(written, places: source.places)) }
        } else {
            switch input {
            case .text(let text): request.body = .text(RequestBody(text, places: source.places))
            case .file(let file): request.body = .file(command.written(file))
            case nil: break
            }
        }
        return request
    }

    /// Whether a text is for PowerShell: it joins lines with backticks, or assigns variables with a `$`.
    private static func isPowerShell(_ bytes: [UInt8]) -> Bool {
        if bytes.holds(Array("$env:".utf8)) || bytes.holds(Array("PS C:\\".utf8)) { return true }
        var isBlankBefore = true
        var index = 0
        while index + 1 < bytes.count {
            if bytes[index] == UInt8(ascii: "`"), isBlankBefore, bytes[index + 1] == 0x0A || bytes[index + 1] == 0x0D {
                return true
            }
            isBlankBefore = bytes[index] == 0x20
            index += 1
        }
        return ShellCommands(bytes: bytes).all().contains { command in
            guard case .assignment(let name) = command.tool, name.lowerBound > 0 else { return false }
            return bytes[name.lowerBound - 1] == UInt8(ascii: "$")
        }
    }
}

extension ShellWord {
    package init(_ text: TakenText) {
        self.init(text: text, source: text.source)
    }
}
