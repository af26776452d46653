/// The code before a brace: the head of a function, of a type, of a control statement, or of an object.
struct Head {
    private(set) var kind = Scopes.Scope.Kind.other
    private(set) var name = ""
    private(set) var start: Int
    private(set) var isTest = false

    init(_ unit: CodeUnit, before brace: Int, isInside: Bool) {
        start = brace
        var words: [(text: String, index: Int)] = []
        var group = -1
        var callee = -1
        var hasAssignment = false
        var index = brace - 1
        var count = 0
        while index >= 0, count < 48 {
            count += 1
            let token = unit.tokens[index]
            if token.isSymbol(UInt8(ascii: ";")) || token.kind == .open { break }
            if token.kind == .close {
                guard token.partner >= 0, token.partner < index, !token.closes(UInt8(ascii: "}")) else { break }
                if token.closes(UInt8(ascii: ")")) { group = token.partner }
                index = token.partner
            } else if token.kind == .word {
                words.append((unit.raw(index), index))
            } else if token.isSymbol(UInt8(ascii: "=")) || token.isSymbol(Token.Code.define) {
                hasAssignment = true
            }
            start = index
            if unit.tokens[index].isFirstOnLine, !Self.continues(unit, index) { index -= 1; break }
            index -= 1
        }
        if index >= 0, unit.tokens[index].opens(UInt8(ascii: "(")) { callee = index - 1 }
        if start == brace, callee < 0 { return }
        words.reverse()
        classify(unit, brace, words, group: group, callee: callee, hasAssignment: hasAssignment, isInside: isInside)
        noteTests(unit, callee: callee)
    }

    /// Whether a line's first token belongs to the statement of the line before.
    private static func continues(_ unit: CodeUnit, _ index: Int) -> Bool {
        let token = unit.tokens[index]
        if token.kind == .symbol { return !token.isSymbol(UInt8(ascii: "@")) }
        return ["throws", "where", "extends", "implements"].contains(unit.word(index))
    }

    private mutating func classify(
        _ unit: CodeUnit,
        _ brace: Int,
        _ words: [(text: String, index: Int)],
        group: Int,
        callee: Int,
        hasAssignment: Bool,
        isInside: Bool
    ) {
        let last = unit.tokens[brace - 1]
        let texts = words.map(\.text)
        if unit.dialect == .terraform {
            guard !isInside, !hasAssignment else { return }
            (kind, name) = (.function, texts.first ?? "")
            return
        }
        if let place = texts.firstIndex(where: Self.functionWords.contains) {
            let named = words.dropFirst(place + 1).first { $0.index < group || group < 0 }?.text ?? ""
            let assigned = hasAssignment ? texts.first { !Self.modifiers.contains($0) } ?? "" : ""
            name = named.isEmpty || hasAssignment ? assigned : named
            if Self.isConstructor(texts[place]) { name = texts[place] }
            // Go's methods name their receiver first.
            if name.isEmpty, callee < 0, let method = words.dropFirst(place + 1).first { name = method.text }
            kind = name.isEmpty ? .callback : .function
        } else if last.isSymbol(Token.Code.fatArrow) || last.isSymbol(Token.Code.thinArrow) {
            name = callee < 0 ? texts.first { !Self.modifiers.contains($0) } ?? "" : ""
            kind = name.isEmpty ? .callback : .function
        } else if let place = texts.firstIndex(where: Self.typeWords.contains) {
            kind = .type
            name = texts.dropFirst(place + 1).first ?? ""
        } else if group > 0, !hasAssignment, Self.hasMethods(unit.dialect) {
            let method = Self.method(before: group, unit)
            guard !method.isEmpty, !Self.controlWords.contains(method), !texts.contains("new"),
                !texts.contains("return")
            else { return }
            (kind, name) = (.function, method)
        }
        if kind == .type { isTest = Self.isTestType(name) }
        if kind == .function { isTest = Self.isTestName(name) }
    }

    /// The name of a method, which is before its parameters and its type parameters.
    private static func method(before group: Int, _ unit: CodeUnit) -> String {
        var place = group - 1
        if unit.tokens[place].isSymbol(UInt8(ascii: ">")) {
            for _ in 0..<10 where place > 0 && !unit.tokens[place].isSymbol(UInt8(ascii: "<")) { place -= 1 }
            place = max(0, place - 1)
        }
        return unit.word(place)
    }

    /// Whether a language declares functions without a keyword.
    private static func hasMethods(_ dialect: Dialect) -> Bool {
        switch dialect {
        case .go, .kotlin, .swift, .rust, .php, .powershell, .scala, .json, .yaml: false
        default: true
        }
    }

    private static func isConstructor(_ word: String) -> Bool { word == "init" || word == "constructor" }

    // MARK: Tests

    private mutating func noteTests(_ unit: CodeUnit, callee: Int) {
        if callee >= 0 {
            var place = callee
            // The name of the call is further left in `it.each(…)(…)` and `test.only(…)`.
            for _ in 0..<4 where place > 0 {
                if unit.tokens[place].closes(UInt8(ascii: ")")), unit.tokens[place].partner > 0 {
                    place = unit.tokens[place].partner - 1
                }
                if unit.token(place - 1)?.isSymbol(UInt8(ascii: ".")) ?? false { place -= 2 }
                place = max(place, 0)
            }
            if Self.testCalls.contains(unit.word(place)) { isTest = true }
        }
        guard kind == .function || kind == .type else { return }
        for place in max(0, start - 12)...start {
            if Self.testMarks.contains(unit.word(place)), isMark(unit, place) { isTest = true }
        }
    }

    private func isMark(_ unit: CodeUnit, _ place: Int) -> Bool {
        guard place > 0 else { return false }
        let before = unit.tokens[place - 1]
        let isAnnotated = before.isSymbol(UInt8(ascii: "@")) || before.opens(UInt8(ascii: "["))
        // The mark belongs to this head only if no statement or block ends between the two.
        let ends = unit.tokens[place...start].dropLast().contains {
            $0.isSymbol(UInt8(ascii: ";")) || $0.closes(UInt8(ascii: "}")) || $0.opens(UInt8(ascii: "{"))
        }
        return isAnnotated && !ends
    }

    static func isTestName(_ name: String) -> Bool {
        for prefix in ["test", "Test"] where name.hasPrefix(prefix) {
            guard let next = name.dropFirst(4).first else { return prefix == "test" }
            return next == "_" || next.isUppercase || next.isNumber
        }
        return false
    }

    static func isTestType(_ name: String) -> Bool {
        ["Test", "Tests", "TestCase", "Spec"].contains { name.hasSuffix($0) } || name.hasPrefix("Test")
    }

    private static let testCalls: Set = [
        "describe", "it", "test", "specify", "suite", "context", "beforeEach", "afterEach", "beforeAll", "before",
        "Describe", "It", "Context", "scenario", "QUnit",
    ]
    private static let testMarks: Set = [
        "Test", "Fact", "Theory", "TestMethod", "TestCase", "ParameterizedTest", "test", "isTest", "IsTest",
        "testMethod", "TestClass", "TestFixture",
    ]
    private static let functionWords: Set = [
        "func", "function", "fun", "fn", "def", "sub", "init", "constructor",
    ]
    private static let typeWords: Set = [
        "class", "struct", "enum", "interface", "namespace", "object", "module", "extension", "protocol", "impl",
        "trait", "record", "actor", "mixin",
    ]
    static let controlWords: Set = [
        "if", "else", "for", "while", "switch", "do", "try", "catch", "finally", "match", "guard", "unless", "with",
        "using", "lock", "foreach", "synchronized", "select", "when", "elseif", "repeat", "loop", "until", "return",
    ]
    private static let modifiers: Set = [
        "const", "let", "var", "val", "export", "default", "async", "public", "private", "static", "final", "readonly",
        "await", "return", "protected", "declare", "exports", "module", "this",
    ]
}
