import SourceText

/// Reads literal values from tokens: objects, arrays, strings, numbers.
///
/// Any other code becomes an expression.
struct LiteralReader {
    let unit: CodeUnit
    /// How many more tokens the reader may look at; there is a limit because nested literals are read more than once.
    var budget: Int
    private let depthLimit = 48

    init(_ unit: CodeUnit) {
        self.unit = unit
        budget = 40 * unit.tokens.count + 1000
    }

    /// Reads the value whose tokens are in a range.
    mutating func value(_ range: Range<Int>, depth: Int = 0) -> LiteralNode {
        let range = trimmed(range)
        budget -= range.count
        guard let first = unit.token(range.lowerBound), !range.isEmpty, budget > 0, depth < depthLimit else {
            return expression(range)
        }
        if let group = objectGroup(range), let node = object(group, of: range, depth: depth) { return node }
        if range.count == 1 { return scalar(first, range) }
        if let items = items(range) { return array(items, range, depth) }
        if range.count == 2, first.isSymbol(UInt8(ascii: "-")), unit.tokens[range.lowerBound + 1].kind == .number {
            return node(.number("-" + unit.raw(range.lowerBound + 1)), range)
        }
        if range.count == 2, first.isSymbol(UInt8(ascii: ":")), unit.dialect == .ruby {
            return node(.string(unit.raw(range.lowerBound + 1)), range)
        }
        if let joined = joinedString(range) { return node(.string(joined), range) }
        return expression(range)
    }

    func node(_ kind: LiteralNode.Kind, _ range: Range<Int>) -> LiteralNode {
        let last = unit.tokens[max(range.upperBound - 1, range.lowerBound)]
        return LiteralNode(
            kind: kind,
            position: unit.position(unit.tokens[range.lowerBound].start),
            end: unit.position(last.end)
        )
    }

    private func expression(_ range: Range<Int>) -> LiteralNode {
        guard !range.isEmpty, unit.tokens.indices.contains(range.lowerBound) else {
            let place = unit.position(unit.tokens.last?.end ?? 0)
            return LiteralNode(kind: .expression("", fixedParts: []), position: place, end: place)
        }
        let text = unit.bytes[unit.tokens[range.lowerBound].start..<unit.tokens[range.upperBound - 1].end].prefix(200)
        var parts: [String] = []
        if unit.tokens[range.lowerBound].opens(Token.Code.template) {
            for index in range.prefix(200) where unit.isString(index) { parts.append(unit.value(index)) }
        }
        return node(.expression(Self.shown(String(decoding: text, as: UTF8.self)), fixedParts: parts), range)
    }

    /// A text with an ellipsis in place of each hole.
    private static func shown(_ text: String) -> String {
        text.split(separator: "\u{1}", omittingEmptySubsequences: false).joined(separator: "…")
    }

    private func scalar(_ token: Token, _ range: Range<Int>) -> LiteralNode {
        let index = range.lowerBound
        switch token.kind {
        case .string:
            let text = unit.value(index)
            // Embedded JSON marks a hole with this control character.
            guard !text.contains("\u{1}") else {
                let parts = text.split(separator: "\u{1}").map(String.init)
                return node(.expression(Self.shown(text), fixedParts: parts), range)
            }
            return node(.string(text), range)
        case .number: return node(.number(unit.raw(index)), range)
        case .word:
            let word = unit.raw(index)
            switch word {
            case "true", "True", "TRUE": return node(.bool(true), range)
            case "false", "False", "FALSE": return node(.bool(false), range)
            case "null", "None", "nil", "NULL", "~": return node(.null, range)
            default:
                guard unit.dialect == .yaml else { return expression(range) }
                return node(Double(word) == nil ? .string(word) : .number(word), range)
            }
        default: return expression(range)
        }
    }

    /// Removes parts that don't change the value: a leading `&` or `await`, a cast with `as`, a call such as `.freeze`.
    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        while start < range.upperBound - 1 {
            let token = unit.tokens[start]
            guard token.isSymbol(UInt8(ascii: "&")) || unit.word(start) == "await" else { break }
            start += 1
        }
        var end = range.upperBound
        var index = start
        while index < end, !unit.dialect.isData {
            let isCast = index > start && ["as", "satisfies"].contains(unit.word(index))
            if isCast || unit.dialect == .powershell && unit.tokens[index].isSymbol(UInt8(ascii: "|")) { end = index }
            index = unit.after(index)
        }
        // `'…'.freeze` and `"…".to_s` have the value of the string.
        if end - start >= 3, unit.isString(start), unit.tokens[start + 1].isSymbol(UInt8(ascii: ".")),
            ["freeze", "to_s", "trim", "strip"].contains(unit.word(start + 2))
        {
            return start..<(start + 1)
        }
        return start..<max(end, start)
    }

    /// The text of strings that are joined, or `nil` if anything else is among them.
    private func joinedString(_ range: Range<Int>) -> String? {
        var text = ""
        var wasString = false
        for index in range {
            if unit.isString(index) {
                text += unit.value(index)
                wasString = true
            } else {
                guard wasString,
                    unit.tokens[index].isSymbol(UInt8(ascii: "+")) || unit.tokens[index].isSymbol(UInt8(ascii: "."))
                else { return nil }
                wasString = false
            }
        }
        return wasString ? text : nil
    }

    private mutating func array(_ items: [Range<Int>], _ range: Range<Int>, _ depth: Int) -> LiteralNode {
        var values: [LiteralNode] = []
        var isOpen = false
        for item in items where !item.isEmpty {
            if unit.tokens[item.lowerBound].isSymbol(Token.Code.spread) || isStar(item) { isOpen = true; continue }
            values.append(value(item, depth: depth + 1))
        }
        return node(.array(values, isOpen: isOpen), range)
    }

    func isStar(_ item: Range<Int>) -> Bool { unit.tokens[item.lowerBound].isSymbol(UInt8(ascii: "*")) }

    /// The elements of a list in any of the languages, or `nil` if the tokens aren't a list.
    private func items(_ range: Range<Int>) -> [Range<Int>]? {
        guard
            let open = range.first(where: {
                unit.tokens[$0].kind == .open && unit.tokens[$0].code != Token.Code.template
            }),
            unit.closer(open) == range.upperBound - 1
        else { return nil }
        let before = unit.raw(open - 1)
        let isBare = open == range.lowerBound && unit.tokens[open].opens(UInt8(ascii: "["))
        let isCall = unit.tokens[open].opens(UInt8(ascii: "(")) && Self.listCalls.contains(before)
        let isTyped =
            unit.tokens[open].opens(UInt8(ascii: "{")) && open > range.lowerBound && isListType(range.lowerBound..<open)
        let isShell =
            unit.dialect == .powershell && open == range.lowerBound + 1
            && unit.tokens[range.lowerBound].isSymbol(UInt8(ascii: "@")) && unit.tokens[open].opens(UInt8(ascii: "("))
        guard isBare || isCall || isTyped || isShell else { return nil }
        return entries(inside: open)
    }

    private func isListType(_ type: Range<Int>) -> Bool {
        if unit.dialect == .go { return unit.tokens[type.lowerBound].opens(UInt8(ascii: "[")) }
        if unit.dialect == .csharp || unit.dialect == .java {
            return type.contains { unit.tokens[$0].opens(UInt8(ascii: "[")) || unit.word($0) == "List" }
        }
        return false
    }

    private static let listCalls: Set = ["listOf", "of", "asList", "arrayOf", "mutableListOf", "array", "list", "List"]

    /// The index just past type arguments such as `<String, Object>`, whose commas separate no entries, or `nil`.
    private func afterTypes(_ index: Int) -> Int? {
        guard unit.tokens[index].isSymbol(UInt8(ascii: "<")), unit.token(index - 1)?.kind == .word else { return nil }
        var depth = 0
        for place in index..<min(index + 24, unit.tokens.count) {
            let token = unit.tokens[place]
            if token.isSymbol(UInt8(ascii: "<")) {
                depth += 1
            } else if token.isSymbol(UInt8(ascii: ">")) {
                depth -= 1
                if depth == 0 { return place + 1 }
            } else {
                let isPart =
                    token.kind == .word || token.isSymbol(UInt8(ascii: ",")) || token.isSymbol(UInt8(ascii: "."))
                    || token.isSymbol(UInt8(ascii: "?")) || token.opens(UInt8(ascii: "["))
                    || token.closes(UInt8(ascii: "]"))
                guard isPart else { return nil }
            }
        }
        return nil
    }

    /// The entries between a bracket and its closer, split at commas, and at line breaks if the language allows it.
    func entries(inside open: Int) -> [Range<Int>] {
        var entries: [Range<Int>] = []
        let end = unit.closer(open)
        var start = open + 1
        var index = start
        let splitsLines = unit.dialect == .powershell || unit.dialect == .terraform
        while index < end {
            let token = unit.tokens[index]
            if splitsLines, token.isFirstOnLine, index > start, !unit.tokens[index - 1].isSymbol(UInt8(ascii: "=")) {
                entries.append(start..<index)
                start = index
            }
            if token.isSymbol(UInt8(ascii: ",")) || token.isSymbol(UInt8(ascii: ";")) {
                entries.append(start..<index)
                start = index + 1
                index = start
                continue
            }
            index = min(afterTypes(index) ?? unit.after(index), end)
        }
        if start < end { entries.append(start..<end) }
        return entries
    }
}
