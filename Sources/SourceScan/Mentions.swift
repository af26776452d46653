import SourceText

/// The mentions of inputs in a unit.
struct Mentions: Sendable {
    struct Mention: Sendable {
        var name: String
        var token: Int
        var start: Int
        var end: Int
        var written: String
    }

    private(set) var list: [Mention] = []
    /// The tokens where code builds a name.
    private(set) var computed: [Int] = []
    private let unit: CodeUnit

    init(_ unit: CodeUnit, _ runs: [StringRun]) {
        self.unit = unit
        for run in runs { add(run) }
        if unit.dialect == .yaml || unit.dialect == .shell || unit.dialect == .powershell {
            list.sort { $0.start < $1.start }
        }
    }

    private mutating func add(_ run: StringRun) {
        guard let first = run.tokens.first, let last = run.tokens.last, Self.mayHold(run.text), !isText(run)
        else { return }
        if unit.dialect == .ruby, isWordList(first) { return addWords(first) }
        let text = run.decoded(in: unit)[...]
        if !run.isPreceded, let name = Self.name(text) {
            if !run.isFollowed {
                let (start, end) = (unit.tokens[first].content.lowerBound, unit.tokens[last].content.upperBound)
                let isPlain = run.tokens.count == 1 && text.count == run.text.count
                add(name, first, start: start, end: isPlain ? start + name.utf8.count : end, run.text[...])
            } else {
                computed.append(first)
            }
            return
        }
        if run.isFollowed, Self.isScopeAlone(text) {
            computed.append(first)
            return
        }
        for token in run.tokens { addQuoted(token) }
    }

    /// Whether a string is a list of words: Ruby's `%w[…]`.
    private func isWordList(_ token: Int) -> Bool {
        let start = unit.tokens[token].start
        return start + 1 < unit.bytes.count && unit.bytes[start] == UInt8(ascii: "%")
            && "wWiI".utf8.contains(unit.bytes[start + 1])
    }

    private mutating func addWords(_ token: Int) {
        for word in unit.bytes[unit.tokens[token].content].split(whereSeparator: \.isBlank) {
            guard let name = Self.name(word) else { continue }
            add(name, token, start: word.startIndex, end: word.startIndex + name.utf8.count, word)
        }
    }

    /// Whether a run of joined strings is in the text of a JSX element, where quotes are only text.
    private func isText(_ run: StringRun) -> Bool {
        guard unit.dialect == .javascript, let first = run.tokens.first, let last = run.tokens.last,
            let before = unit.token(first - 1), !unit.tokens[first].isFirstOnLine
        else { return false }
        // In code, no string comes right after a name.
        if before.kind == .word { return !Self.wordsBeforeStrings.contains(unit.raw(first - 1)) }
        return before.isSymbol(UInt8(ascii: ">")) && unit.token(last + 1)?.isSymbol(UInt8(ascii: "<")) ?? false
    }

    private static let wordsBeforeStrings: Set = [
        "return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "await", "yield", "else", "do",
        "import", "export", "from", "default", "as", "is", "extends", "keyof", "satisfies", "instanceof", "get", "set",
        "static", "async", "readonly", "public", "private", "protected", "module", "declare", "infer", "override",
        "abstract", "accessor",
    ]

    private mutating func add(_ name: String, _ token: Int, start: Int, end: Int, _ written: ArraySlice<UInt8>) {
        guard !BuiltInVariables.contains(name) else { return }
        list.append(
            Mention(name: name, token: token, start: start, end: end, written: String(decoding: written, as: UTF8.self))
        )
    }

    /// Adds the names in a string that contains JSON: each is between quotes, which may be escaped.
    private mutating func addQuoted(_ token: Int) {
        let content = unit.tokens[token].content
        let bytes = unit.bytes
        var index = content.lowerBound + 1
        while index + 2 < content.upperBound {
            defer { index += 1 }
            guard bytes[index] == UInt8(ascii: "."), Self.isQuote(bytes, index - 5, content) else { continue }
            let start = index - 4
            guard Self.scopes.contains(where: { bytes[start..<index].elementsEqual($0) }) else { continue }
            var end = index + 1
            while end < content.upperBound, bytes[end].isNamePart || bytes[end] == UInt8(ascii: ".") { end += 1 }
            let isClosed =
                end < content.upperBound
                && (Self.quotes.contains(bytes[end]) || bytes[end] == UInt8(ascii: "\\"))
            guard isClosed, let name = Self.name(bytes[start..<end]) else { continue }
            add(name, token, start: start, end: start + name.utf8.count, bytes[start..<end])
            index = end
        }
    }

    private static let quotes = Array("\"'".utf8)
    private static let scopes = [Array("Flow".utf8), Array("flow".utf8), Array("FLOW".utf8), Array("Slot".utf8)]

    private static let fileEndings: Set = [
        "js", "ts", "jsx", "tsx", "mjs", "cjs", "json", "yaml", "yml", "xml", "py", "rb", "go", "java", "kt", "cs",
        "php", "html", "css", "md", "txt", "csv", "sh", "toml", "svg", "png", "log", "env", "proto", "sql",
    ]

    private static func isQuote(_ bytes: [UInt8], _ index: Int, _ content: Range<Int>) -> Bool {
        index >= content.lowerBound && quotes.contains(bytes[index])
    }

    private static func mayHold(_ text: [UInt8]) -> Bool {
        guard text.count >= 5, text.contains(UInt8(ascii: ".")) else { return false }
        return true
    }

    private static func isScopeAlone(_ text: ArraySlice<UInt8>) -> Bool {
        text.count == 5 && text.last == UInt8(ascii: ".") && scopes.contains { text.starts(with: $0) }
    }

    /// The scoped name that is the whole text, without members of its value, or `nil` if the text isn't a name.
    static func name(_ text: ArraySlice<UInt8>) -> String? {
        guard text.count > 5, text.count <= 200, text[text.startIndex + 4] == UInt8(ascii: "."),
            scopes.contains(where: { text.starts(with: $0) })
        else { return nil }
        let rest = text.dropFirst(5)
        guard let first = rest.first, first.isNamePart, !first.isASCIIDigit,
            rest.allSatisfy({ $0.isNamePart || $0 == UInt8(ascii: ".") }), rest.last != UInt8(ascii: ".")
        else { return nil }
        let own = rest.prefix { $0 != UInt8(ascii: ".") }
        // `flow.json` is the name of a file.
        guard own.count != rest.count || !fileEndings.contains(String(decoding: own, as: UTF8.self)) else { return nil }
        return String(decoding: text[..<own.endIndex], as: UTF8.self)
    }
}

/// The variables that the platform gives every flow; no launch sends them.
enum BuiltInVariables {
    /// Whether a scoped name is one of the platform's.
    static func contains(_ name: String) -> Bool {
        guard let dot = name.firstIndex(of: "."), name[..<dot].lowercased() == "flow" else { return false }
        return names.contains(name[name.index(after: dot)...].lowercased())
    }

    private static let names: Set = [
        "holdprompt", "version", "istest", "invocationdata", "startdatetimeutc", "journeycontext",
    ]
}
