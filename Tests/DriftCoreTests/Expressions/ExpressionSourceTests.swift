import Testing

@testable import DriftCore

/// Forms that only one of the two file formats has.
@Suite struct ExpressionSourceTests {
    private func reads(_ text: String, file: String) throws -> [Reads?] {
        let content = try FlowFileReader().read(Array(text.utf8), file: file)
        guard case .flow(let flow) = content else { return [] }
        return flow.inputs.map(\.reads)
    }

    private func archy(_ actions: String) throws -> [Reads?] {
        try reads(
            "workflow:\n  name: A\n  variables:\n    - jsonVariable: { name: Flow.j, isInput: true }\n" + actions,
            file: "a.yaml"
        )
    }

    @Test(arguments: [
        "plain: { exp: Flow.j.a }",
        "single: { exp: 'Flow.j.a' }",
        #"double: { exp: "Upper(\"x\") + Flow.j.a" }"#,
        "folded:\n      exp: >-\n        Upper(\"x\") +\n        Flow.j.a",
    ])
    func readsExpressionsInEveryQuoting(_ action: String) throws {
        #expect(try archy("  actions:\n    \(action)\n") == [Reads(.read, paths: [MemberPath("a")].compactMap(\.self))])
    }

    @Test func takesNoOtherScalarForAnExpression() throws {
        #expect(try archy("  description: Flow.j.a\n  x: { lit: Flow.j.b, name: Flow.j.c }\n") == [Reads(.unread)])
    }

    @Test func doesNotClaimThatNothingReadsAnInputWhereAPlaceholderMay() throws {
        #expect(try archy("  x: { exp: \"{{condition}}\" }\n") == [nil])
        #expect(
            try archy("  x: { exp: \"Flow.j.a == {{value}}\" }\n")
                == [Reads(.partly, paths: [MemberPath("a")].compactMap(\.self))]
        )
    }

    @Test func takesAPlaceholderInAStringLiteralForText() throws {
        #expect(try archy("  x: { exp: '\"{{sender}}\"' }\n") == [Reads(.unread)])
        #expect(
            try archy("  x: { exp: 'Append(\"to {{name}}, \", ToString(Flow.j.a))' }\n")
                == [Reads(.read, paths: [MemberPath("a")].compactMap(\.self))]
        )
    }

    @Test(arguments: ["GetJsonObjectProperty(Flow.j, \"{{key}}\")", "ToString(Flow.j[\"a-{{key}}\"])"])
    func doesNotClaimToKnowAMemberThatAPlaceholderNames(_ expression: String) throws {
        #expect(try archy("  x: { exp: '\(expression)' }\n") == [Reads(.partly)])
    }

    /// A bot with a slot that is both an input and an output, with some actions.
    private static func bot(_ actions: String, root: String = "botFlow") -> String {
        let settings = "  settings: { askForSlot: { noMatchesMax: { lit: 3 } } }\n"
        let variables = "  variables:\n    - stringVariable: { name: Slot.Size, isInput: true, isOutput: true }\n"
        return "\(root):\n  name: A\n" + settings + variables + "  actions:\n    - \(actions)\n"
    }

    @Test(arguments: ["botFlow", "digitalBotFlow"])
    func countsASlotAsReadWhereABotAsksForItByName(_ root: String) throws {
        let asks = Self.bot("askForSlot: { name: Ask, slot: { name: Size } }", root: root)
        #expect(try reads(asks, file: "a.yaml") == [Reads(.read)])
        let asksForAnother = Self.bot("askForSlot: { name: Ask, slot: { name: Colour } }", root: root)
        #expect(try reads(asksForAnother, file: "a.yaml") == [Reads(.unread)])
        let clears = Self.bot("clearSlot: { name: Clear, slots: [{ slot: { name: Size } }] }", root: root)
        #expect(try reads(clears, file: "a.yaml") == [Reads(.unread)])
        let asksForAny = Self.bot("askForSlot: { name: Ask, slot: { name: \"{{slot}}\" } }", root: root)
        #expect(try reads(asksForAny, file: "a.yaml") == [nil])
    }

    @Test(arguments: [("Size", false, true), ("Colour", false, false), ("", false, false), ("Size", true, false)])
    func countsASlotAsReadWhereAConfigurationAsksForIt(_ slot: String, _ isOutOfService: Bool, _ isRead: Bool) throws {
        let text = """
            {"name": "A", "type": "bot", "actions": [{"__type": "AskForSlotAction", "selectedSlot": "\(slot)", \
            "outOfService": \(isOutOfService)}], "variables": [{"name": "Slot.Size", "isInput": true, \
            "isOutput": true, "initialValue": {"type": "str", "config": {"emp": {}}, "text": ""}}]}
            """
        #expect(try reads(text, file: "a.json") == [Reads(isRead ? .read : .unread)])
    }

    @Test func followsTheInitialValueOfAVariable() throws {
        let variable = "    - jsonVariable: { name: Flow.k, initialValue: { exp: Flow.j.a } }\n"
        #expect(
            try archy(variable + "  x: { exp: Flow.k.b }\n")
                == [Reads(.read, paths: [MemberPath("a.b")].compactMap(\.self))]
        )
    }

    @Test func ignoresWhatIsOutOfServiceInAConfiguration() throws {
        let value = #""text": "Flow.j.a", "type": "jsn", "config": {"ref": {}}, "uiMetaData": {"mode": 0}"#
        func configuration(_ isOutOfService: Bool) -> String {
            """
            {"name": "A", "type": "workflow", "x": {\(value), "outOfService": \(isOutOfService)}, "variables": \
            [{"name": "Flow.j", "isInput": true, "initialValue": {"type": "jsn", "config": {"emp": {}}, "text": ""}}]}
            """
        }
        #expect(try reads(configuration(true), file: "a.json") == [Reads(.unread)])
        #expect(try reads(configuration(false), file: "a.json").map { $0?.paths.map(\.description) } == [["a"]])
    }

    @Test func knowsNothingOfWhatAListingReads() throws {
        let snapshot = "flowdrift: 1\nflow: { type: workflow, name: A }\ninputs:\n  Flow.j: { type: json }\n"
        #expect(try reads(snapshot, file: "a.yaml") == [nil])
    }
}
