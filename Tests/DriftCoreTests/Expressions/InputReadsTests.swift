import Testing

@testable import DriftCore

@Suite struct InputReadsTests {
    @Test(arguments: cases)
    func findsWhatArchyYAMLReads(_ flow: SmallFlow, reads: [String]) throws {
        #expect(try Self.reads(in: flow.yaml, "small.yaml") == reads)
    }

    @Test(arguments: cases)
    func findsTheSameInAConfiguration(_ flow: SmallFlow, reads: [String]) throws {
        #expect(try Self.reads(in: flow.configuration, "small.json") == reads)
    }

    private static func reads(in text: String, _ file: String) throws -> [String] {
        guard case .flow(let flow) = try FlowFileReader().read(Array(text.utf8), file: file) else { return [] }
        return flow.inputs.map { input in
            let words = [input.reads?.extent.rawValue ?? "not known"] + (input.reads?.paths.map(\.description) ?? [])
            return words.joined(separator: " ")
        }
    }

    /// Flows with the reads of their inputs, in order of the inputs' names.
    private static let cases: [(SmallFlow, [String])] = plain + partly + copies + scopes

    private static let plain: [(SmallFlow, [String])] = [
        (SmallFlow("nothing at all"), ["unread"]),
        (SmallFlow("a member", .decide("Flow.jsonData.a.b == 1")), ["read a.b"]),
        (SmallFlow("any letter case", .decide("FLOW.JSONDATA.a == flow.jsondata.A")), ["read A a"]),
        (SmallFlow("an element", .decide("Flow.jsonData.items[0].x == 1")), ["read items[].x"]),
        (
            SmallFlow("a function", .pass(#"ToString(getjsonobjectproperty(Flow.jsonData, "ani"))"#)),
            ["read ani"]
        ),
        (
            SmallFlow(
                "nested calls",
                .pass(#"GetJsonObjectProperty(GetJsonObjectProperty(Flow.jsonData, "a"), "b")"#)
            ),
            ["read a.b"]
        ),
        (
            SmallFlow("a name in a literal", .decide(#"Append("Flow.jsonData.a \"Flow.jsonData.b\"", "") == """#)),
            ["unread"]
        ),
        (SmallFlow("a name beside a literal", .decide(#""\"Flow.jsonData.a\": " + Flow.jsonData.b"#)), ["read b"]),
        (SmallFlow("a literal that looks like a place", .setLiteral("Flow.x", "Flow.jsonData.a")), ["unread"]),
        (SmallFlow("another variable of a longer name", .decide("Flow.jsonData2.a == Other.jsonData.b")), ["unread"]),
        (SmallFlow("only set", .take("Flow.jsonData"), .set("flow.JsonData", "ToJson(1)")), ["unread"]),
        (SmallFlow("given back under its own name", outputs: ["Flow.jsonData"], .take("Flow.jsonData")), ["unread"]),
        (SmallFlow("a test of all of it", .decide("IsSet(Flow.jsonData)")), ["read"]),
        (
            SmallFlow("inputs of other types", inputs: ["Flow.a: string", "Flow.b: integer"], .pass("Flow.a.x")),
            ["read", "unread"]
        ),
        (
            SmallFlow("a collection", inputs: ["Flow.rows: json[]"], .decide("Flow.rows[State.i].x == 1")),
            ["read [].x"]
        ),
    ]

    private static let partly: [(SmallFlow, [String])] = [
        (SmallFlow("a computed name", .pass("GetJsonObjectProperty(Flow.jsonData, Flow.name)")), ["partly"]),
        (SmallFlow("a computed name below", .pass("GetJsonObjectProperty(Flow.jsonData.a, Flow.name)")), ["partly a"]),
        (SmallFlow("all of it to a function", .decide(#"ToString(Flow.jsonData) == """#)), ["partly"]),
        (SmallFlow("all of it to a data action", .pass("Flow.jsonData"), .pass("Flow.jsonData.a")), ["partly a"]),
        (SmallFlow("all of it as an output", outputs: ["Flow.out"], .set("Flow.out", "Flow.jsonData")), ["partly"]),
        (
            SmallFlow("set by the flow too", .decide("Flow.jsonData.a == 1"), .take("Flow.jsonData")),
            ["partly a"]
        ),
        (
            SmallFlow("all of it to another input", inputs: ["Flow.a", "Flow.b"], .set("Flow.b", "Flow.a")),
            ["partly", "unread"]
        ),
    ]

    private static let copies: [(SmallFlow, [String])] = [
        (
            SmallFlow(
                "a copy",
                .set("Flow.body", "Flow.jsonData.webhooksInvocation.body"),
                .pass("ToString(Flow.body.caseId)"),
                .pass(#"ToString(GetJsonObjectProperty(flow.BODY, "id"))"#)
            ),
            ["read webhooksInvocation.body.caseId webhooksInvocation.body.id"]
        ),
        (
            SmallFlow(
                "a copy of a copy, set after its use",
                .pass("Flow.c.x"),
                .set("Flow.b", "Flow.jsonData"),
                .set("Flow.c", "Flow.b.a[0]")
            ),
            ["read a[].x"]
        ),
        (SmallFlow("a copy that nothing uses", .set("Flow.body", "Flow.jsonData.a")), ["read a"]),
        (SmallFlow("a copy of all that nothing uses", .set("Flow.body", "Flow.jsonData")), ["read"]),
        (SmallFlow("a copy that is passed on", .set("Flow.b", "Flow.jsonData"), .pass("Flow.b")), ["partly"]),
        (
            SmallFlow(
                "a copy with a computed name",
                .set("Flow.b", "Flow.jsonData.a"),
                .pass("GetJsonObjectProperty(Flow.b, Flow.n)")
            ),
            ["partly a"]
        ),
        (
            SmallFlow("a copy given back", outputs: ["Flow.out"], .set("Flow.out", "Flow.jsonData.a")),
            ["read a"]
        ),
        (
            SmallFlow(
                "the same copy twice",
                .set("Flow.b", "Flow.jsonData.a"),
                .set("Flow.b", "Flow.jsonData.a"),
                .pass("Flow.b.x")
            ),
            ["read a.x"]
        ),
        (
            SmallFlow(
                "two copies in one variable",
                .set("Flow.b", "Flow.jsonData.a"),
                .set("Flow.b", "Flow.jsonData.c"),
                .pass("Flow.b.x")
            ),
            ["partly a c"]
        ),
        (
            SmallFlow(
                "two copies used as they are",
                .set("Flow.b", "Flow.jsonData.a"),
                .set("Flow.b", "Flow.jsonData.c"),
                .pass("Flow.b")
            ),
            ["read a c"]
        ),
        (
            SmallFlow(
                "a copy and what an action returns",
                .set("Flow.b", "Flow.jsonData"),
                .take("Flow.b"),
                .pass("Flow.b")
            ),
            ["partly"]
        ),
        (
            SmallFlow(
                "a copy and a literal",
                .set("Flow.b", "Flow.jsonData.a"),
                .setLiteral("Flow.b", "{}"),
                .pass("Flow.b.x")
            ),
            ["partly a"]
        ),
        (
            SmallFlow(
                "something computed",
                .set("Flow.b", "If(IsSet(Flow.jsonData.a), Flow.jsonData.a, Flow.c)"),
                .pass("Flow.b.x")
            ),
            ["read a"]
        ),
        (
            SmallFlow("copies in a circle", .set("Flow.b", "Flow.c"), .set("Flow.c", "Flow.b"), .pass("Flow.b.x")),
            ["unread"]
        ),
    ]

    private static let scopes: [(SmallFlow, [String])] = [
        (
            SmallFlow("a copy in a state", .set("State.b", "Flow.jsonData.a"), .pass("State.b.x")),
            ["read a.x"]
        ),
        (
            SmallFlow(
                "the same name in two states",
                states: [
                    [.set("State.b", "Flow.jsonData.a"), .pass("State.b.x")],
                    [.set("State.b", "Flow.jsonData.c"), .pass("State.b.y")],
                ]
            ),
            ["read a.x c.y"]
        ),
        (
            SmallFlow(
                "the same name in a state that does not set it",
                states: [[.set("State.b", "Flow.jsonData.a")], [.pass("State.b.y")]]
            ),
            ["read a"]
        ),
        (
            SmallFlow(
                "the flow's own variable in two states",
                states: [[.set("Flow.b", "Flow.jsonData.a")], [.set("Flow.b", "Flow.jsonData.a"), .pass("Flow.b.y")]]
            ),
            ["read a.y"]
        ),
        (
            SmallFlow(
                "an input of a task",
                .declareInput("Task.b"),
                .set("Task.b", "Flow.jsonData.a"),
                .pass("Task.b.x")
            ),
            ["partly a"]
        ),
    ]
}
