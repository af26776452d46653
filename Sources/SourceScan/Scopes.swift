/// The functions, tests and other blocks of a unit, guessed from brackets, keywords and indentation.
///
/// A wrong guess only changes how near to a launch a name or a body seems.
struct Scopes: Sendable {
    struct Scope: Sendable {
        enum Kind: Sendable { case function, callback, type, other }

        var kind: Kind
        /// The function that code in this scope belongs to, or -1 for the file.
        var function: Int
        var isTest: Bool
        /// The token of the opening brace or keyword.
        var start: Int
        var end: Int
        /// Where the head begins: the keyword or name.
        var head: Int
        var name: String
        /// The scope around this one, or -1 for the file.
        var parent: Int
    }

    private(set) var list: [Scope] = []
    /// The innermost scope of each token, or -1.
    private(set) var scopeOf: [Int]
    private let unit: CodeUnit

    init(_ unit: CodeUnit) {
        self.unit = unit
        scopeOf = Array(repeating: -1, count: unit.tokens.count)
        if unit.dialect.syntax.traits.contains(.indentedFunctions) { readIndentation() } else { readBraces() }
    }

    /// The function that a token belongs to, or -1 for the file.
    func function(of token: Int) -> Int {
        guard scopeOf.indices.contains(token), scopeOf[token] >= 0 else { return -1 }
        return list[scopeOf[token]].function
    }

    func isTest(_ token: Int) -> Bool {
        guard scopeOf.indices.contains(token), scopeOf[token] >= 0 else { return false }
        return list[scopeOf[token]].isTest
    }

    /// The tokens of a function with its head, or of the whole unit for -1.
    func range(of function: Int) -> Range<Int> {
        function < 0 ? 0..<unit.tokens.count : list[function].head..<min(list[function].end + 1, unit.tokens.count)
    }

    private mutating func add(
        _ kind: Scope.Kind,
        head: Int,
        start: Int,
        end: Int,
        name: String,
        parent: Int,
        isTest: Bool
    ) {
        let outer = parent >= 0 ? list[parent].function : -1
        let isOuterNamed = outer >= 0 && list[outer].kind == .function
        let isOwn = kind == .function || kind == .callback && !isOuterNamed
        list.append(
            Scope(
                kind: kind,
                function: isOwn ? list.count : outer,
                isTest: isTest || parent >= 0 && list[parent].isTest,
                start: start,
                end: end,
                head: head,
                name: name,
                parent: parent
            )
        )
    }

    // MARK: Braces

    private mutating func readBraces() {
        var stack: [Int] = []
        for (index, token) in unit.tokens.enumerated() {
            while let last = stack.last, list[last].end < index { stack.removeLast() }
            scopeOf[index] = stack.last ?? -1
            guard token.opens(UInt8(ascii: "{")), token.partner > index else { continue }
            let head = Head(unit, before: index, isInside: !stack.isEmpty)
            add(
                head.kind,
                head: head.start,
                start: index,
                end: token.partner,
                name: head.name,
                parent: stack.last ?? -1,
                isTest: head.isTest
            )
            stack.append(list.count - 1)
        }
    }

    // MARK: Indentation

    private mutating func readIndentation() {
        var stack: [(scope: Int, indent: Int)] = []
        var depthEnd = -1
        for (index, token) in unit.tokens.enumerated() {
            // The text of a heredoc has an indentation of its own.
            if token.isFirstOnLine, index > depthEnd, token.kind != .string, token.code != Token.Code.template {
                let indent = token.start - unit.lineStart(token.start)
                while let last = stack.last, last.indent >= indent {
                    list[last.scope].end = index - 1
                    stack.removeLast()
                }
                if let opened = opening(at: index) {
                    add(
                        opened.kind,
                        head: index,
                        start: index,
                        end: unit.tokens.count - 1,
                        name: opened.name,
                        parent: stack.last?.scope ?? -1,
                        isTest: opened.isTest
                    )
                    stack.append((list.count - 1, indent))
                }
            }
            if token.kind == .open, token.partner > index, index > depthEnd { depthEnd = token.partner }
            scopeOf[index] = stack.last?.scope ?? -1
        }
    }

    private func opening(at index: Int) -> (kind: Scope.Kind, name: String, isTest: Bool)? {
        for place in index..<(index + 3) {
            switch unit.word(place) {
            case "def":
                let name = unit.word(place + 1) == "self" ? unit.word(place + 3) : unit.word(place + 1)
                return (.function, name, Head.isTestName(name))
            case "class", "module":
                guard place == index else { return nil }
                let name = unit.word(place + 1)
                return (.type, name, Head.isTestType(name))
            case "it", "test", "specify", "scenario", "describe", "context", "before", "let":
                guard place == index, unit.dialect == .ruby, unit.isString(place + 1) || unit.word(place + 1) == "do"
                else { return nil }
                return (.callback, "", true)
            case "async", "private", "public", "protected": continue
            default: return nil
            }
        }
        return nil
    }
}

extension CodeUnit {
    /// The start of the line of a byte, at most 400 bytes back.
    func lineStart(_ offset: Int) -> Int {
        var start = offset
        while start > 0, offset - start < 400, bytes[start - 1] != 0x0a, bytes[start - 1] != 0x0d { start -= 1 }
        return start
    }
}
