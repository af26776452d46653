import Testing

@testable import DriftCore

@Suite struct ExpressionTokenizerTests {
    @Test(
        arguments: [
            ("", []),
            (" \t\n", []),
            ("Flow.ani", [.name("Flow"), .symbol("."), .name("ani")]),
            ("a_1", [.name("a_1")]),
            ("Größe", [.name("Größe")]),
            ("a\u{A0}b", [.name("a"), .name("b")]),
            ("12", [.number("12")]),
            ("12.50", [.number("12.50")]),
            ("12.", [.number("12"), .symbol(".")]),
            ("-1", [.symbol("-"), .number("1")]),
            ("1a", [.number("1"), .name("a")]),
            ("a != b", [.name("a"), .symbol("!"), .symbol("="), .name("b")]),
            ("f(a, b)", [.name("f"), .symbol("("), .name("a"), .symbol(","), .name("b"), .symbol(")")]),
            ("items[0]", [.name("items"), .symbol("["), .number("0"), .symbol("]")]),
            (#""Flow.ani""#, [.string("Flow.ani")]),
            ("\"\"", [.string("")]),
            (#""say \"yes\"""#, [.string(#"say "yes""#)]),
            (#""a\\" + b"#, [.string(#"a\"#), .symbol("+"), .name("b")]),
            (#""a\nb\tc""#, [.string("a\nb\tc")]),
            (#""it's""#, [.string("it's")]),
            (#""never closed"#, [.string("never closed")]),
            (#""ends in \"#, [.string(#"ends in \"#)]),
            ("a # b", [.name("a"), .symbol("#"), .name("b")]),
        ] as [(String, [ExpressionToken])]
    )
    func cutsATextIntoWords(_ text: String, words: [ExpressionToken]) {
        #expect(Array(ExpressionTokenizer(text)) == words)
    }
}
