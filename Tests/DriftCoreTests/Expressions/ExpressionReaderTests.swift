import Testing

@testable import DriftCore

@Suite struct ExpressionReaderTests {
    /// Each use as its place, followed by `?` if it is only tested, and by `*` if it has a computed member.
    @Test(arguments: [
        ("Flow.a + Flow.b", ["Flow.a", "Flow.b"]),
        ("ToString(Flow.j.a.b)", ["Flow.j.a.b"]),
        (#"ToString(GetJsonObjectProperty(Flow.j, "a"))"#, ["Flow.j.a"]),
        (#"tostring(getJSONobjectproperty(flow.j, "a"))"#, ["flow.j.a"]),
        (#"ToInt(GetJsonObjectProperty(GetJsonObjectProperty(Flow.j, "a"), "b"))"#, ["Flow.j.a.b"]),
        (#"Lower(GetJsonObjectProperty(Flow.j, "a").b)"#, ["Flow.j.a.b"]),
        (#"Lower(GetJsonObjectProperty((Flow.j), ("due date")))"#, [#"Flow.j["due date"]"#]),
        (#"Lower(GetJsonObjectProperty(Flow.j, Flow.name))"#, ["Flow.j*", "Flow.name"]),
        (#"Lower(GetJsonObjectProperty(Flow.j.a, "x" + Flow.n))"#, ["Flow.n", "Flow.j.a*"]),
        ("Lower(Flow.j.items[0].x)", ["Flow.j.items[].x"]),
        ("Lower(Flow.j.items[State.i + 1].x)", ["State.i", "Flow.j.items[].x"]),
        ("Lower(GetAt(Flow.j.items, State.i).x)", ["State.i", "Flow.j.items[].x"]),
        (#"Lower(Flow.j["a"].b)"#, ["Flow.j.a.b"]),
        (#"Lower(Flow.j["a" + Flow.n].b)"#, ["Flow.n", "Flow.j*"]),
        ("IsSet(Flow.j.a)", ["Flow.j.a?"]),
        ("isNotSetOrEmpty(Flow.j)", ["Flow.j?"]),
        ("IsSet(ToString(Flow.j))", ["Flow.j"]),
        ("If(Flow.a == 1, Flow.b, Flow.c)", ["Flow.a", "Flow.b", "Flow.c"]),
        (#"Flow.a == 0?"":Flow.b"#, ["Flow.a", "Flow.b"]),
        ("Flow.a and not Flow.b", ["Flow.a", "and", "not", "Flow.b"]),
        ("Flow.a and (Flow.b)", ["Flow.a", "Flow.b"]),
        ("-Flow.a", ["Flow.a"]),
        ("(Flow.a)", []),
        (#""Flow.a""#, []),
        (#""say \"" + Flow.a + "\" Flow.b""#, ["Flow.a"]),
        ("f(Flow.a", ["Flow.a"]),
        ("Flow.j[Flow.a", ["Flow.j", "Flow.a"]),
        ("Flow.a)] + Flow.b", ["Flow.a", "Flow.b"]),
        ("Flow.a, Flow.b", ["Flow.a", "Flow.b"]),
        ("[Flow.a, Flow.b]", ["Flow.a", "Flow.b"]),
    ])
    func findsWhatIsDoneWithAPlace(_ text: String, uses: [String]) {
        let found = ExpressionReader.uses(in: text).uses.map { use in
            let mark = use.kind == .test ? "?" : use.kind == .computedMember ? "*" : ""
            return (MemberPath(use.path)?.description ?? "") + mark
        }
        #expect(found == uses)
    }

    @Test(arguments: [
        ("Flow.j", "Flow.j"),
        (" ( Flow . j ) ", "Flow.j"),
        (#"GetJsonObjectProperty(Flow.j, "a")"#, "Flow.j.a"),
        ("Flow.j.items[2]", "Flow.j.items[]"),
        ("Flow.j + 1", nil),
        ("ToString(Flow.j)", nil),
        ("5", nil),
        ("", nil),
    ])
    func knowsAPlainPlaceFromAnythingElse(_ text: String, place: String?) {
        #expect(ExpressionReader.uses(in: text).solePath.flatMap(MemberPath.init)?.description == place)
    }
}
