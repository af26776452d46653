import Testing
import YAML

@testable import DriftCore

struct FlowChangeTests {
    private static func phrases(_ old: String, _ new: String) throws -> [String] {
        FlowChange.changes(from: try Sample.flow(old), to: try Sample.flow(new)).map(\.phrase)
    }

    @Test(arguments: [
        ("", "inputs: { Flow.a: { type: json } }\n", "input 'Flow.a' (json) is new"),
        ("inputs: { Flow.a: { type: json } }\n", "", "input 'Flow.a' (json) is gone"),
        (
            "inputs: { Flow.a: { type: string } }\n", "inputs: { Flow.a: { type: \"string[]\" } }\n",
            "input 'Flow.a' changed from string to string[]"
        ),
        (
            "inputs: { Flow.a: { type: string, default: \"5\" } }\n", "inputs: { Flow.a: { type: string } }\n",
            "input 'Flow.a' changed from default \"5\" to no default"
        ),
        (
            "inputs: { Flow.a: { type: string } }\n",
            "inputs: { Flow.a: { type: integer, default: '', secure: true } }\n",
            "input 'Flow.a' changed from string to integer and changed from no default to default \"\" and is now secure"
        ),
        (
            "inputs: { Flow.ani: { type: string } }\n", "inputs: { Flow.ANI: { type: string } }\n",
            "input 'Flow.ani' is now spelled 'Flow.ANI'"
        ),
        (
            "inputs: { Flow.ani: { type: string } }\n", "inputs: { Flow.ANI: { type: integer } }\n",
            "input 'Flow.ani' is now spelled 'Flow.ANI' and changed from string to integer"
        ),
        (
            "inputs: { Flow.ani: { type: json }, Flow.ANI: { type: json } }\n",
            "inputs: { Flow.ANI: { type: json } }\n", "input 'Flow.ani' is now spelled 'Flow.ANI'"
        ),
        (
            "outputs: { Flow.result: { type: json } }\n", "outputs: { Flow.Result: { type: json } }\n",
            "output 'Flow.result' is now spelled 'Flow.Result'"
        ),
        ("", "outputs: { Flow.a: { type: json } }\n", "output 'Flow.a' (json) is new"),
        ("outputs: { Flow.a: { type: json } }\n", "", "output 'Flow.a' (json) is gone"),
        (
            "outputs: { Flow.a: { type: json, secure: true } }\n", "outputs: { Flow.a: { type: json } }\n",
            "output 'Flow.a' is no longer secure"
        ),
        ("", "triggers: [{ name: T, enabled: true }]\n", "trigger 'T' is new"),
        ("triggers: [{ name: T, enabled: true }]\n", "", "trigger 'T' is gone"),
        (
            "triggers: [{ name: T, enabled: true }]\n",
            "triggers: [{ name: T, enabled: false, topic: v2.x, delayBySeconds: 60 }]\n",
            "in trigger 'T', 'topic' was not set and is now v2.x; 'enabled' was true and is now false; "
                + "'delayBySeconds' was not set and is now 60"
        ),
    ])
    func saysWhatIsAnother(_ old: String, _ new: String, _ phrase: String) throws {
        #expect(try Self.phrases(old, new) == [phrase])
    }

    @Test(arguments: [
        ("inputs", "string", Consequence.mayBreak), ("inputs", "integer", .breaks), ("outputs", "string", .mayBreak),
        ("outputs", "json", .breaks),
    ])
    func takesANameInOtherLetterCaseForOneThatMayBreak(
        _ kind: String,
        _ type: String,
        _ consequence: Consequence
    ) throws {
        let old = try Sample.flow("\(kind): { Flow.ani: { type: string } }\n")
        let new = try Sample.flow("\(kind): { Flow.ANI: { type: \(type) } }\n")
        #expect(FlowChange.changes(from: old, to: new).map(\.consequence) == [consequence])
    }

    @Test(arguments: [
        (
            "inputs: { Flow.a: { type: json }, Flow.b: { type: json } }\n",
            "inputs: { Flow.b: { type: json }, Flow.a: { type: json } }\n"
        ),
        (
            "triggers: [{ name: T, enabled: true }]\n",
            "triggers: [{ name: T, enabled: true, dataFormat: TopLevelPrimitives }]\n"
        ),
        (
            "triggers: [{ name: T, enabled: true, match: [{ jsonPath: a, operator: In, values: [1, 2] }] }]\n",
            "triggers: [{ name: T, enabled: true, match: [{ jsonPath: a, operator: In, values: [2, 1] }] }]\n"
        ),
        (
            "triggers: [{ name: T, enabled: true }, { name: T, enabled: false }]\n",
            "triggers: [{ name: T, enabled: false }, { name: T, enabled: true }]\n"
        ),
    ])
    func findsNothingWhereOnlyTheTextDiffers(_ old: String, _ new: String) throws {
        #expect(try Self.phrases(old, new) == [])
    }

    @Test func pairsTriggersOfOneNameByWhatTheyHaveInCommon() throws {
        let old = "triggers: [{ name: T, topic: a, enabled: true }, { name: T, topic: b, enabled: true }]\n"
        let new = "triggers: [{ name: T, topic: b, enabled: true }, { name: T, topic: c, enabled: true }]\n"
        #expect(try Self.phrases(old, new) == ["in trigger 'T', 'topic' was a and is now c"])
    }

    @Test(arguments: [
        (Flow.Availability.unknown, Flow.Availability.available, [String]()),
        (.available, .inactive, ["the flow changed from available to inactive"]),
        (.unpublished, .inactive, ["the flow changed from unpublished to inactive"]),
        (.inactive, .unknown, []), (.unknown, .unpublished, []),
    ])
    func takesWhatIsNotKnownForNoDifference(_ old: Flow.Availability, _ new: Flow.Availability, _ phrases: [String]) {
        let flows = [old, new].map { Flow(key: .workflow("A"), availability: $0) }
        #expect(FlowChange.changes(from: flows[0], to: flows[1]).map(\.phrase) == phrases)
    }

    @Test(
        arguments: [
            ("Home", "Sales", ["the division changed from 'Home' to 'Sales'"]), ("Home", nil, []), (nil, "Home", []),
        ] as [(String?, String?, [String])]
    )
    func comparesDivisionsOnlyWhereBothAreKnown(_ old: String?, _ new: String?, _ phrases: [String]) {
        let flows = [old, new].map { Flow(key: .workflow("A"), division: $0) }
        #expect(FlowChange.changes(from: flows[0], to: flows[1]).map(\.phrase) == phrases)
    }

    @Test func namesWhatEachChangeIsAbout() throws {
        let new =
            "inputs: { Flow.a: { type: json } }\noutputs: { Flow.b: { type: json } }\ntriggers: [{ name: T, enabled: true }]\n"
        let changes = FlowChange.changes(from: try Sample.flow(), to: try Sample.flow(new))
        #expect(changes.map(\.subject) == ["Flow.a", "Flow.b", "T"])
    }
}
