/// Splits a command into words as a shell does, or as the author expected a shell to do.
///
/// Every byte is read a bounded number of times, whatever the text.
package struct ShellLexer: Sendable {
    package let bytes: [UInt8]

    /// The first byte after the words taken so far.
    package var index: Int

    package var faults: RequestFaults

    /// The character that continues a command on the next line: `^` in cmd.exe, a backtick in PowerShell, or `nil` for
    /// a POSIX shell.
    private let windowsJoiner: UInt8?

    /// Whether a line break that doesn't end the command was just skipped.
    private var isAfterLineEnd = false

    /// The values of variables assigned before the command, by name.
    package var variables: [String: ShellWord] = [:]

    /// How many more bytes variables may add; without this limit, a variable could double its length on every line.
    package var room = 1 << 20

    /// The byte that ends the command before its line ends, such as the bracket of `R=$(curl …)`, or `nil`.
    package var closer: UInt8?

    /// How many more here-documents to read, since each may extend to the end of the text.
    package var documentsLeft = 256

    /// The index just past the mark that ends the command's here-document.
    package var documentEnd = 0

    /// The file to which the command's output goes, or `nil` if none is named.
    package var redirection: String?

    package var isPowerShell: Bool { windowsJoiner == UInt8(ascii: "`") }
    private var isCommandPrompt: Bool { windowsJoiner == UInt8(ascii: "^") }

    /// Whether a quote inside double quotes is written twice, as on Windows.
    private var doublesQuotes = false

    /// For each kind of text, the index up to which a search found no end, so that no byte is searched twice.
    package var hopeless: [Text: Int] = [:]

    /// The kinds of quoted texts whose end must be guessed.
    package enum Text: Hashable, Sendable {
        case rawBody
        case curly(isDouble: Bool, isBody: Bool)
    }

    package init(_ bytes: [UInt8], from start: Int, faults: RequestFaults, isPowerShell: Bool = false) {
        self.bytes = bytes
        self.faults = faults
        index = start
        windowsJoiner = isPowerShell ? UInt8(ascii: "`") : Self.joiner(bytes[start...])
    }

    package mutating func words() -> [ShellWord] {
        var words: [ShellWord] = []
        while true {
            let goesOn = skipBlanks()
            if skipRedirection() { continue }
            guard goesOn else { break }
            let word = word()
            if word.source.isEmpty { break }
            words.append(word)
        }
        return words
    }

    private static func joiner(_ bytes: ArraySlice<UInt8>) -> UInt8? {
        var before: UInt8 = 0
        for byte in bytes {
            if byte == 0x0A, before == UInt8(ascii: "^") || before == UInt8(ascii: "`") { return before }
            if byte != 0x0D, byte != 0x20 { before = byte }
        }
        return nil
    }

    package mutating func word() -> ShellWord {
        var word = ShellWord(text: TakenText(at: index), source: index..<index)
        takeForeignDash(&word)
        unquotedBody(&word)
        while index < bytes.count {
            let start = index
            if bytes[index] == closer { return word.ended(at: index) }
            switch bytes[index] {
            case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ";"), UInt8(ascii: "|"): return word.ended(at: index)
            case UInt8(ascii: "'"): singleQuoted(&word)
            case UInt8(ascii: "\""): doubleQuoted(&word)
            case UInt8(ascii: "$"): dollar(&word)
            case UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"):
                guard !isLineEnd(at: index) else { return word.ended(at: index) }
                escaped(&word)
            case UInt8(ascii: "&"):
                guard ampersand(&word) else { return word.ended(at: index) }
            case 0x80...:
                guard wide(&word) else { return word.ended(at: start) }
            default: take(1, into: &word)
            }
        }
        return word.ended(at: index)
    }

    /// Takes bytes outside quotes literally.
    package mutating func take(_ count: Int, into word: inout ShellWord) {
        let end = min(index + count, bytes.count)
        word.text.append(index..<end, of: bytes, .none)
        index = end
    }

    /// Takes a character after a backslash, or after the joiner of cmd.exe or PowerShell.
    private mutating func escaped(_ word: inout ShellWord) {
        let isEscape = bytes[index] == UInt8(ascii: "\\") ? windowsJoiner == nil : bytes[index] == windowsJoiner
        guard isEscape, index + 1 < bytes.count else { return take(1, into: &word) }
        let length = TextEncoding.length(of: bytes, at: index + 1) ?? 1
        let text = String(decoding: bytes[index + 1..<index + 1 + length], as: UTF8.self)
        word.text.append(text, for: index..<index + 1 + length, .none)
        index += 1 + length
    }

    /// Takes a `$`, which begins a quoted text or a variable.
    private mutating func dollar(_ word: inout ShellWord) {
        switch index + 1 < bytes.count ? bytes[index + 1] : 0 {
        case UInt8(ascii: "'"): dollarQuoted(&word)
        case UInt8(ascii: "\""):
            index += 1
            doubleQuoted(&word)
        default:
            if let value = expansion() { return expand(value, into: &word, isCut: !isPowerShell) }
            guard let end = PlaceholderScan(bytes).end(at: index) else { return take(1, into: &word) }
            take(end - index, into: &word)
        }
    }

    /// Takes an ampersand inside a word, and returns `false` if it ends the command instead.
    private mutating func ampersand(_ word: inout ShellWord) -> Bool {
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
        guard !word.text.bytes.isEmpty, next > 0x20, next != UInt8(ascii: "&") else { return false }
        faults.add(
            .unquotedAmpersand,
            index..<index + 1,
            "a shell ends the command at an '&' outside quotes",
            "put the word with the '&' in quotes"
        )
        take(1, into: &word)
        return true
    }

    /// Takes a non-ASCII character as a quote or as text, and returns `false` if it is a blank, which ends the word.
    private mutating func wide(_ word: inout ShellWord) -> Bool {
        guard let (scalar, length) = ShellSigns.wide(bytes, at: index) else {
            take(1, into: &word)
            return true
        }
        if ShellSigns.doubles.contains(scalar) || ShellSigns.singles.contains(scalar) {
            curlyQuoted(&word, isDouble: ShellSigns.doubles.contains(scalar), length: length)
        } else if scalar.properties.isWhitespace {
            return false
        } else {
            take(length, into: &word)
        }
        return true
    }
}

extension ShellWord {
    fileprivate func ended(at end: Int) -> ShellWord {
        var word = self
        word.source = source.lowerBound..<end
        return word
    }
}

// MARK: - Blanks

extension ShellLexer {
    /// Skips blanks and joined line ends, and returns `false` if the command ends after them.
    package mutating func skipBlanks() -> Bool {
        while index < bytes.count {
            if bytes[index] == closer, !isLineEnd(at: index) { return false }
            switch bytes[index] {
            case 0x20, 0x09: index += 1
            case 0x0D, 0x0A:
                guard lineEndWithoutJoiner() else { return false }
            case UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"):
                guard isLineEnd(at: index) else { return true }
                joinedLineEnd()
            case UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: "#"): return false
            case UInt8(ascii: ">") where isAfterLineEnd: index += 1
            case UInt8(ascii: ">"), UInt8(ascii: "<"): return false
            case 0x80...:
                guard strayBlank() else { return leaveBlanks() }
            default: return leaveBlanks()
            }
        }
        return false
    }

    /// Skips a redirection of the command's output, such as `2>/dev/null`, or returns `false` if there is none.
    private mutating func skipRedirection() -> Bool {
        var end = index
        while end < bytes.count, 0x30...0x39 ~= bytes[end] || bytes[end] == UInt8(ascii: "&") { end += 1 }
        guard end < bytes.count, bytes[end] == UInt8(ascii: ">") else { return false }
        while end < bytes.count, ">|&".utf8.contains(bytes[end]) { end += 1 }
        index = end
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        if index < bytes.count, bytes[index] > 0x20 { redirection = word().text.text }
        return true
    }

    private mutating func leaveBlanks() -> Bool {
        isAfterLineEnd = false
        return true
    }

    /// Whether a character that joins lines is at an index, with only blanks after it on its line.
    package func isLineEnd(at start: Int) -> Bool {
        guard bytes[start] == UInt8(ascii: "\\") || bytes[start] == windowsJoiner else { return false }
        var position = start + 1
        while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
        return position >= bytes.count || bytes[position] == 0x0A || bytes[position] == 0x0D
    }

    /// Skips a joiner and its line end; blanks between them make the joiner useless in a shell.
    private mutating func joinedLineEnd() {
        let joiner = index
        index += 1
        let blanks = index
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        if index > blanks, index < bytes.count {
            let sign = String(decoding: bytes[joiner..<blanks], as: UTF8.self)
            faults.add(
                .brokenLineEnd,
                blanks..<index,
                "a blank follows the '\(sign)', so a shell does not join this line to the next, but ends the command",
                "remove the blank after the '\(sign)'",
                replacement: ""
            )
        }
        passLineEnd()
    }

    private mutating func passLineEnd() {
        if index < bytes.count, bytes[index] == 0x0D { index += 1 }
        if index < bytes.count, bytes[index] == 0x0A { index += 1 }
        isAfterLineEnd = true
    }

    /// Skips a line end without a joiner if the next line certainly belongs to the command.
    private mutating func lineEndWithoutJoiner() -> Bool {
        guard !isAfterLineEnd else {
            // The line was joined to an empty line, so the command has ended unless an option follows.
            return goesOn(after: index) && passEmptyLine()
        }
        guard goesOn(after: index) else { return false }
        var end = index
        while end > 0, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
        faults.add(
            .missingLineEnd,
            end..<end,
            "the next line belongs to the command, but nothing joins the two lines",
            "add ' \\' at the end of this line",
            replacement: " \\"
        )
        passLineEnd()
        return true
    }

    private mutating func passEmptyLine() -> Bool {
        let start = index
        passLineEnd()
        faults.add(
            .missingLineEnd,
            start..<index,
            "this empty line ends the command, but the next line belongs to the command too",
            "remove the empty line",
            replacement: ""
        )
        return true
    }

    /// Whether the next non-empty line begins with an option.
    private func goesOn(after start: Int) -> Bool {
        guard let next = bytes[start...].firstIndex(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else {
            return false
        }
        if let (scalar, length) = ShellSigns.wide(bytes, at: next) {
            return ShellSigns.dashes.contains(scalar) && isLetterOrDash(at: next + length)
        }
        return bytes[next] == UInt8(ascii: "-") && isLetterOrDash(at: next + 1)
    }

    private func isLetterOrDash(at index: Int) -> Bool {
        guard index < bytes.count else { return false }
        return bytes[index] == UInt8(ascii: "-") || bytes[index] >= 0x80
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[index] | 0x20)
    }

    /// Skips a blank that a shell reads as a letter.
    private mutating func strayBlank() -> Bool {
        guard let (scalar, length) = ShellSigns.wide(bytes, at: index) else { return false }
        let isInvisible = [0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF].contains(scalar.value)
        guard scalar.properties.isWhitespace || isInvisible else { return false }
        faults.add(
            .strayBlank,
            index..<index + length,
            "a shell does not treat the character \(scalar.codePoint) as a space",
            isInvisible ? "remove the character" : "replace the character with a space",
            replacement: isInvisible ? "" : " "
        )
        index += length
        return true
    }
}

// MARK: - Bodies

extension ShellLexer {
    /// Whether an object or array begins at a byte or after blanks there; a placeholder such as `{{host}}` is neither.
    private func beginsBody(at start: Int) -> Bool {
        guard let first = bytes[start...].firstIndex(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else {
            return false
        }
        return (bytes[first] == UInt8(ascii: "{") || bytes[first] == UInt8(ascii: "["))
            && PlaceholderScan(bytes).end(at: first) == nil
    }

    /// Whether a single quote inside a body is an apostrophe: a letter follows it, and no bracket comes before it.
    private func isApostrophe(at index: Int) -> Bool {
        guard index + 1 < bytes.count, index > 0 else { return false }
        let next = bytes[index + 1]
        let isLetter = next.isASCIILetterOrDigit || next == 0x20 && bytes[index - 1].isASCIILetterOrDigit
        return isLetter && !endsBody(before: index)
    }

    /// Whether the last character before a byte that isn't a blank is a closing bracket.
    private func endsBody(before end: Int) -> Bool {
        var index = end - 1
        while index > 0, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index -= 1 }
        return index >= 0 && (bytes[index] == UInt8(ascii: "}") || bytes[index] == UInt8(ascii: "]"))
    }

    private func isWordEnd(at index: Int) -> Bool {
        guard index < bytes.count else { return true }
        return [0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ";"), UInt8(ascii: "|")].contains(bytes[index])
    }

    /// The closing quote of a double-quoted body with unescaped quotes inside, or `nil` for any other text.
    private mutating func bodyEnd(inDoubleQuotes start: Int) -> Int? {
        guard
            start >= hopeless[.rawBody] ?? 0,
            beginsBody(at: start),
            let quote = bytes[start...].firstIndex(of: UInt8(ascii: "\"")),
            bytes[start..<quote].allSatisfy({
                [0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "{"), UInt8(ascii: "[")].contains($0)
            }),
            !isWordEnd(at: quote + 1), bytes[quote + 1] != UInt8(ascii: "\"")
        else { return nil }
        var index = quote + 1
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\""), endsBody(before: index), isWordEnd(at: index + 1) { return index }
            index += 1
        }
        hopeless[.rawBody] = index
        return nil
    }

    /// Takes a body without quotes around it; a shell splits such a body at its blanks and removes its quotes.
    package mutating func unquotedBody(_ word: inout ShellWord) {
        guard index < bytes.count, bytes[index] == UInt8(ascii: "{") || bytes[index] == UInt8(ascii: "["),
            PlaceholderScan(bytes).end(at: index) == nil
        else { return }
        let start = index
        // If each quote is escaped and there are no blanks, a shell reads the body as it was meant.
        let quote = bytes[start...].prefix { $0 > 0x20 }.firstIndex(of: UInt8(ascii: "\""))
        if let quote, bytes[quote - 1] == UInt8(ascii: "\\") { return }
        index = BracketScan(bytes).end(at: start) ?? bytes.count
        word.isQuoted = true
        word.text.append(start..<index, of: bytes, .none)
        let signs = [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ",")]
        guard bytes[start..<index].contains(where: { $0 <= 0x20 || signs.contains($0) }) else { return }
        faults.add(
            .unquotedBody,
            start..<start + 1,
            "the body is not in quotes, so a shell removes the quotes inside the body and splits the body at blanks",
            isCommandPrompt
                ? "put the body in double quotes, and write \\\" for each double quote inside the body"
                : "put the body in single quotes"
        )
    }

    /// Takes a double-quoted body literally, with its own quotes.
    private mutating func rawBody(_ word: inout ShellWord, _ open: Int, _ end: Int) {
        faults.add(
            .unescapedQuote,
            open..<open + 1,
            "the double quotes inside the body end the double quotes around the body",
            isCommandPrompt ? "write \\\" for each double quote inside the body" : "put the body in single quotes"
        )
        word.text.append(open + 1..<end, of: bytes, .none)
        index = end + 1
    }
}

// MARK: - Documents

extension ShellLexer {
    /// Reads the standard input of a command whose words were already taken: the lines up to `EOF` after `<<EOF`, or a
    /// word after `<<<`.
    ///
    /// - Returns: The text, or `nil` if the command has no such input.
    package mutating func hereDocument() -> TakenText? {
        let sign = UInt8(ascii: "<")
        guard index + 2 < bytes.count, bytes[index] == sign, bytes[index + 1] == sign else { return nil }
        if bytes[index + 2] == sign {
            index += 3
            return skipBlanks() ? word().text : nil
        }
        index += 2
        if bytes[index] == UInt8(ascii: "-") { index += 1 }
        guard skipBlanks() else { return nil }
        let word = word()
        let mark = word.text.bytes
        guard !mark.isEmpty, documentsLeft > 0, let start = end(ofLineAt: index) else { return nil }
        documentsLeft -= 1
        let end = self.start(ofLine: mark, from: start)
        documentEnd = endOfMark(mark, from: end)
        return lines(start..<end, isRaw: word.isQuoted)
    }

    /// The file after `<` of a command whose words were already taken, or `nil` if there is none.
    package mutating func inputFile() -> ShellWord? {
        let sign = UInt8(ascii: "<")
        guard index + 1 < bytes.count, bytes[index] == sign, bytes[index + 1] != sign,
            bytes[index + 1] != UInt8(ascii: "(")
        else { return nil }
        index += 1
        return skipBlanks() ? word() : nil
    }

    /// Lines of a here-document with their variables replaced, unless the document's mark is in quotes.
    private mutating func lines(_ range: Range<Int>, isRaw: Bool) -> TakenText {
        var text = ShellWord(text: TakenText(at: range.lowerBound), source: range)
        guard !isRaw, !variables.isEmpty else {
            text.text.append(range, of: bytes, .none)
            return text.text
        }
        let back = index
        var start = range.lowerBound
        index = start
        while index < range.upperBound {
            guard bytes[index] == UInt8(ascii: "$"), let value = expansion() else {
                index += 1
                continue
            }
            text.text.append(start..<index, of: bytes, .none)
            expand(value, into: &text)
            start = index
        }
        text.text.append(min(start, range.upperBound)..<range.upperBound, of: bytes, .none)
        index = back
        return text.text
    }

    /// The first byte of the line that contains only a mark, or the end of the text.
    private func start(ofLine mark: [UInt8], from start: Int) -> Int {
        var line = start
        while line < bytes.count {
            let next = end(ofLineAt: line) ?? bytes.count
            if isMark(mark, line..<next) { return line }
            line = next
        }
        return bytes.count
    }

    /// Whether a line contains only a mark; the bracket that ends `$(cat <<EOF` may follow it by mistake.
    private func isMark(_ mark: [UInt8], _ line: Range<Int>) -> Bool {
        let words = bytes[line].split(whereSeparator: { $0 <= 0x20 })
        guard let first = words.first, first.starts(with: mark) else { return false }
        return words.count == 1 && first.dropFirst(mark.count).allSatisfy { $0 == UInt8(ascii: ")") }
    }

    private func endOfMark(_ mark: [UInt8], from line: Int) -> Int {
        let start = bytes[line...].firstIndex { $0 > 0x20 } ?? bytes.count
        return min(start + mark.count, bytes.count)
    }

    /// The index just past the end of a line, or `nil` if the text ends first.
    private func end(ofLineAt start: Int) -> Int? {
        guard start < bytes.count else { return nil }
        return bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 }
    }
}

// MARK: - Expansions

extension ShellLexer {
    /// The value that a shell writes in place of a variable or of `$(…)`, and the length of the replaced text.
    package struct Expansion {
        package var value: ShellWord
        package var length: Int
    }

    /// The value that replaces the variable or `$(cat <<EOF …)` at the current index, or `nil` if the value is unknown.
    private mutating func expansion() -> Expansion? {
        if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "(") { return writtenDocument() }
        let isBraced = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "{")
        let start = index + (isBraced ? 2 : 1)
        guard start < bytes.count else { return nil }
        let end = bytes[start...].firstIndex { !$0.isASCIILetterOrDigit && $0 != UInt8(ascii: "_") } ?? bytes.count
        guard end > start, !isBraced || end < bytes.count && bytes[end] == UInt8(ascii: "}") else { return nil }
        let name = String(decoding: bytes[start..<end], as: UTF8.self)
        guard let value = variables[isPowerShell ? name.lowercased() : name], value.text.bytes.count <= room else {
            return nil
        }
        return Expansion(value: value, length: end + (isBraced ? 1 : 0) - index)
    }

    /// Takes a value in place of its variable; a shell splits the value at its blanks if the variable isn't in quotes.
    private mutating func expand(_ expansion: Expansion, into word: inout ShellWord, isCut: Bool = false) {
        if isCut, expansion.value.text.bytes.contains(where: { $0 <= 0x20 }) {
            faults.add(
                .unquotedBody,
                index..<index + expansion.length,
                "the variable is not in quotes, so a POSIX shell splits the variable's value at its blanks",
                "put the variable in double quotes",
                replacement: "\"\(String(decoding: bytes[index..<index + expansion.length], as: UTF8.self))\"",
                severity: .warning
            )
        }
        room -= expansion.value.text.bytes.count
        word.text.append(expansion.value.text)
        word.losesQuotes = word.losesQuotes || expansion.value.losesQuotes
        index += expansion.length
    }

    /// The lines of `$(cat <<EOF …)`, or `nil` if none begins at the current index.
    private mutating func writtenDocument() -> Expansion? {
        guard documentsLeft > 0 else { return nil }
        documentsLeft -= 1
        var inner = self
        defer { documentsLeft = inner.documentsLeft }
        inner.index += 1
        guard inner.skip("("), inner.skipLineBlanks(), inner.skip("cat"), inner.skipLineBlanks() else { return nil }
        guard let document = inner.hereDocument(), inner.index < bytes.count else { return nil }
        inner.index = inner.documentEnd
        while inner.index < bytes.count, bytes[inner.index] <= 0x20 { inner.index += 1 }
        guard inner.skip(")") else { return nil }
        return Expansion(value: ShellWord(text: document, source: index..<inner.index), length: inner.index - index)
    }

    private mutating func skip(_ text: String) -> Bool {
        guard index < bytes.count, bytes[index...].starts(with: text.utf8) else { return false }
        index += text.utf8.count
        return true
    }

    private mutating func skipLineBlanks() -> Bool {
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        return true
    }

    /// The text between `@'` and `'@` or between `@"` and `"@`, each on its own line, or `nil` if there is none.
    package mutating func hereString() -> ShellWord? {
        let start = index
        guard start + 2 < bytes.count, bytes[start] == UInt8(ascii: "@"), "'\"".utf8.contains(bytes[start + 1]),
            let first = bytes[(start + 2)...].firstIndex(of: 0x0A),
            bytes[(start + 2)..<first].allSatisfy({ $0 <= 0x20 }),
            let end = bytes[first...].end(of: [0x0A, bytes[start + 1], UInt8(ascii: "@")])
        else { return nil }
        var word = ShellWord(text: TakenText(at: first + 1), source: start..<end, isQuoted: true)
        let isExpanded = bytes[start + 1] == UInt8(ascii: "\"")
        let last = end - 3
        index = first + 1
        var next = index
        let isBody = beginsBody(at: index)
        while index < last {
            if isExpanded, bytes[index] == UInt8(ascii: "$"), let value = expansion() {
                word.text.append(next..<index, of: bytes, .none)
                expand(value, into: &word)
                next = index
            } else if isBody, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "\"") {
                word.text.append(next..<index, of: bytes, .none)
                word.text.append("\"", for: index..<index + 2, .none)
                index += 2
                next = index
            } else {
                word.losesQuotes = word.losesQuotes || isBody && bytes[index] == UInt8(ascii: "\"")
                index += 1
            }
        }
        word.text.append(min(next, last)..<last, of: bytes, .none)
        index = end
        return word
    }

    /// The meaning of a doubled quote or a body's escaped double quote in PowerShell's single quotes, or `nil` if
    /// there is none.
    private func powerShellEscape(inSingleQuotes isBody: Bool) -> (text: String, length: Int)? {
        guard index + 1 < bytes.count else { return nil }
        switch (bytes[index], bytes[index + 1]) {
        case (UInt8(ascii: "'"), UInt8(ascii: "'")): return ("'", 2)
        case (UInt8(ascii: "\\"), UInt8(ascii: "\"")) where isBody: return ("\"", 2)
        default: return nil
        }
    }

    /// The meaning of a backtick in PowerShell's double quotes, or `nil` if there is none.
    ///
    /// A quote without a backslash before it is lost when PowerShell calls a program.
    private func powerShellEscape(inDoubleQuotesAt index: Int) -> (text: String, length: Int, losesQuote: Bool)? {
        let (backtick, quote) = (UInt8(ascii: "`"), UInt8(ascii: "\""))
        guard index + 1 < bytes.count else { return nil }
        if bytes[index] == UInt8(ascii: "\\"), index + 2 < bytes.count, bytes[index + 2] == quote,
            bytes[index + 1] == backtick || bytes[index + 1] == quote
        {
            return ("\"", 3, false)
        }
        guard bytes[index] == backtick else { return nil }
        switch bytes[index + 1] {
        case quote: return ("\"", 2, true)
        case UInt8(ascii: "n"): return ("\n", 2, false)
        case UInt8(ascii: "$"), backtick: return (String(Character(Unicode.Scalar(bytes[index + 1]))), 2, false)
        default: return nil
        }
    }
}

// MARK: - Quotes

extension ShellLexer {
    /// Takes a text in single quotes, which is literal.
    private mutating func singleQuoted(_ word: inout ShellWord) {
        let open = index
        word.isQuoted = true
        index += 1
        if isCommandPrompt { reportSingleQuote(open) }
        let isBody = beginsBody(at: index)
        var start = index
        while index < bytes.count {
            if isPowerShell, let escape = powerShellEscape(inSingleQuotes: isBody) {
                word.text.append(start..<index, of: bytes, .single)
                word.text.append(escape.text, for: index..<index + escape.length, .single)
                index += escape.length
                start = index
                continue
            }
            guard bytes[index] == UInt8(ascii: "'") else {
                word.losesQuotes = word.losesQuotes || isPowerShell && isBody && bytes[index] == UInt8(ascii: "\"")
                index += 1
                continue
            }
            guard isBody, isApostrophe(at: index) else { break }
            word.text.append(start..<index, of: bytes, .single)
            word.text.append("'", for: index..<index + 1, .none)
            faults.add(
                .unescapedQuote,
                index..<index + 1,
                "an apostrophe in the body ends the single quotes around the body",
                "write '\\'' instead of the apostrophe",
                replacement: "'\\''"
            )
            index += 1
            start = index
        }
        word.text.append(start..<index, of: bytes, .single)
        warnOfVariables(open + 1..<index)
        close(open)
    }

    private mutating func doubleQuoted(_ word: inout ShellWord) {
        let open = index
        word.isQuoted = true
        index += 1
        doublesQuotes = windowsJoiner != nil || bytes[index...].starts(with: "{\"\"".utf8)
        if let end = bodyEnd(inDoubleQuotes: index) { return rawBody(&word, open, end) }
        let isBody = beginsBody(at: index)
        var start = index
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") || isDoubledQuote(at: index) {
            if bytes[index] == UInt8(ascii: "$"), let value = expansion() {
                word.text.append(start..<index, of: bytes, .double)
                expand(value, into: &word)
                start = index
                continue
            }
            if isPowerShell, let escape = powerShellEscape(inDoubleQuotesAt: index) {
                word.text.append(start..<index, of: bytes, .double)
                word.text.append(escape.text, for: index..<index + escape.length, .double)
                word.losesQuotes = word.losesQuotes || isBody && escape.losesQuote
                index += escape.length
                start = index
                continue
            }
            guard let escape = escapeInDoubleQuotes(at: index) else {
                index += 1
                continue
            }
            word.text.append(start..<index, of: bytes, .double)
            word.text.append(escape.text, for: index..<index + escape.length, .double)
            index += escape.length
            start = index
        }
        word.text.append(start..<min(index, bytes.count), of: bytes, .double)
        close(open)
    }

    private mutating func dollarQuoted(_ word: inout ShellWord) {
        let open = index + 1
        word.isQuoted = true
        index += 2
        var start = index
        while index < bytes.count, bytes[index] != UInt8(ascii: "'") {
            guard bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count else {
                index += 1
                continue
            }
            let escape = DollarEscape(bytes, at: index)
            word.text.append(start..<index, of: bytes, .dollar)
            word.text.append(escape.text, for: index..<index + escape.length, .dollar)
            index += escape.length
            start = index
        }
        word.text.append(start..<index, of: bytes, .dollar)
        close(open)
    }

    private mutating func reportSingleQuote(_ open: Int) {
        faults.add(
            .singleQuotes,
            open..<open + 1,
            "cmd.exe, where '^' joins lines, treats single quotes as text: they are sent, and a blank ends the word",
            "put the word in double quotes, and write \\\" for each double quote inside the word"
        )
    }

    /// Skips a closing quote, or reports that there is none.
    private mutating func close(_ open: Int) {
        guard index >= bytes.count else {
            index += 1
            return
        }
        faults.add(
            .missingQuote,
            open..<open + 1,
            "this opening quote has no closing quote",
            "add the closing quote at the end of the word"
        )
    }

    /// The meaning of an escape, or of a doubled quote on Windows, in double quotes, or `nil` for a literal character.
    private func escapeInDoubleQuotes(at index: Int) -> (text: String, length: Int)? {
        guard index + 1 < bytes.count else { return nil }
        if isDoubledQuote(at: index) { return ("\"", 2) }
        guard bytes[index] == UInt8(ascii: "\\") else { return nil }
        switch bytes[index + 1] {
        case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "$"), UInt8(ascii: "`"):
            return (String(Character(Unicode.Scalar(bytes[index + 1]))), 2)
        case 0x0A: return ("", 2)
        case 0x0D: return ("", index + 2 < bytes.count && bytes[index + 2] == 0x0A ? 3 : 2)
        default: return nil
        }
    }

    private func isDoubledQuote(at index: Int) -> Bool {
        guard doublesQuotes, index + 1 < bytes.count else { return false }
        return bytes[index] == UInt8(ascii: "\"") && bytes[index + 1] == UInt8(ascii: "\"")
    }

    /// Warns about variables that a shell doesn't replace because they are in single quotes.
    private mutating func warnOfVariables(_ range: Range<Int>) {
        for piece in PlaceholderScan(bytes).pieces(of: range) where piece.isPlaceholder {
            let name = String(decoding: bytes[piece.range], as: UTF8.self)
            guard ShellSigns.isVariable(name) else { continue }
            faults.add(
                .unexpandedVariable,
                piece.range,
                "a shell does not expand \(Shown.text(name)) in single quotes, so the name is sent instead of a value",
                "replace \(Shown.text(name)) with '\"\(Shown.text(name))\"'",
                replacement: "'\"\(name)\"'",
                severity: .warning
            )
        }
    }
}

// MARK: - Typography

extension ShellLexer {
    /// Takes a text in typographic quotes, which a shell reads as letters.
    private mutating func curlyQuoted(_ word: inout ShellWord, isDouble: Bool, length: Int) {
        let open = index
        word.isQuoted = true
        let isBody = beginsBody(at: open + length)
        let end = closingCurly(from: open + length, isDouble: isDouble, isBody: isBody)
        let content = open + length..<(end?.lowerBound ?? endOfLine(from: open + length))
        let straight = isDouble && !isBody ? "\"" : "'"
        curlyQuote(open..<open + length, straight)
        word.text.append(content, of: bytes, isDouble && !isBody ? .double : .single)
        index = end?.upperBound ?? content.upperBound
        if let end { curlyQuote(end, straight) }
    }

    private mutating func curlyQuote(_ range: Range<Int>, _ straight: String) {
        let written = String(decoding: bytes[range], as: UTF8.self)
        guard written != straight else { return }
        faults.add(
            .curlyQuotes,
            range,
            "the quote \(written) is typographic, but a shell accepts only straight quotes",
            "replace the quote with \(straight)",
            replacement: straight
        )
    }

    /// The quote that closes a text in typographic quotes: the first that ends a word, or else the first of all.
    private mutating func closingCurly(from start: Int, isDouble: Bool, isBody: Bool) -> Range<Int>? {
        let text = Text.curly(isDouble: isDouble, isBody: isBody)
        let isHopeless = start < hopeless[text] ?? 0
        var first: Range<Int>?
        var index = start
        while index < bytes.count {
            let isStraight = bytes[index] == (isDouble ? UInt8(ascii: "\"") : UInt8(ascii: "'"))
            let wide = ShellSigns.wide(bytes, at: index)
            let isCurly = wide.map { (isDouble ? ShellSigns.doubles : ShellSigns.singles).contains($0.scalar) } ?? false
            let length = wide?.length ?? 1
            if isStraight || isCurly {
                let isEnd = isWordEnd(at: index + length) && (!isBody || endsBody(before: index))
                if isEnd { return index..<index + length }
                first = first ?? index..<index + length
                if isHopeless { return first }
            }
            if !isBody, bytes[index] == 0x0A { break }
            index += length
        }
        hopeless[text] = index
        return first
    }

    private func endOfLine(from start: Int) -> Int {
        bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    }

    /// Takes typographic dashes at the start of a word as the one or two hyphens that their author meant.
    private mutating func takeForeignDash(_ word: inout ShellWord) {
        let dashes = index..<endOfDashes(from: index)
        guard bytes[dashes].contains(where: { $0 >= 0x80 }) else { return }
        let written = String(decoding: bytes[dashes], as: UTF8.self)
        let letters = bytes[dashes.upperBound...].prefix { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "-") }
        let name = String(decoding: letters, as: UTF8.self)
        let isLong = name.count > 1 && (CurlOption.isLong(name) || written.contains("\u{2014}") || written.count > 1)
        let straight = isLong ? "--" : "-"
        faults.add(
            .dash,
            dashes,
            "the dash \(written) is typographic, but curl accepts only '-'",
            "replace the dash with \(straight)",
            replacement: straight
        )
        word.text.append(straight, for: dashes, .none)
        index = dashes.upperBound
    }

    private func endOfDashes(from start: Int) -> Int {
        var end = start
        while end < bytes.count {
            if let (scalar, length) = ShellSigns.wide(bytes, at: end), ShellSigns.dashes.contains(scalar) {
                end += length
            } else if bytes[end] == UInt8(ascii: "-") {
                end += 1
            } else {
                break
            }
        }
        return end
    }
}
