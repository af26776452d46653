import Testing

@testable import DriftCore

@Suite struct MemberPathTests {
    @Test(
        arguments: [
            ("a", [.member("a")]),
            ("a.b", [.member("a"), .member("b")]),
            ("items[].x", [.member("items"), .element, .member("x")]),
            ("[][].x", [.element, .element, .member("x")]),
            (#"["due date"].year"#, [.member("due date"), .member("year")]),
            (#"a["x.y"]"#, [.member("a"), .member("x.y")]),
            (#"a["say \"hi\\"]"#, [.member("a"), .member(#"say "hi\"#)]),
            (#"[""]"#, [.member("")]),
            (#"["ü"]"#, [.member("ü")]),
        ] as [(String, [MemberPath.Step])]
    )
    func isReadBackAsItIsWritten(_ text: String, steps: [MemberPath.Step]) {
        #expect(MemberPath(steps)?.description == text)
        #expect(MemberPath(text)?.steps == steps)
    }

    @Test(arguments: ["", ".", ".a", "a.", "a..b", "a[", "a[0]", #"["a]"#, #"["a""#, "a b", #"a."b""#])
    func refusesWhatIsNoPath(_ text: String) {
        #expect(MemberPath(text) == nil)
    }
}
