import SourceText
import Testing
import YAML

@testable import DriftCore

struct PlannedFlowReaderTests {
    private func read(
        _ text: String,
        _ values: [String: PlannedValue<String>] = [:]
    ) throws -> (flow: Flow, opening: PlannedOpening) {
        try PlannedFlowReader(substitutions: .known(values)).read(Array(text.utf8), file: "flow.yaml")
    }

    private static let open = PlannedValue<String>.unknown(.untilApply)

    @Test func fillsInWhatIsKnownAndNamesWhatIsNot() throws {
        let text = """
            workflow:
              name: {{brand}} Visit {{region}}
              division: {{division}}
              variables:
                - stringVariable: { name: Flow.known, isInput: true }
                - stringVariable: { name: "Flow.{{extra}}", isInput: true }
                - {{kind}}: { name: Flow.odd, isInput: true }
                - stringVariable: { name: Flow.maybe, isInput: {{flag}} }
            """
        let values = ["brand": PlannedValue.known("Blue"), "region": Self.open, "division": Self.open]
            .merging(["extra": Self.open, "kind": Self.open, "flag": Self.open]) { first, _ in first }
        let (flow, opening) = try read(text, values)
        #expect(flow.key == .workflow("Blue Visit {{region}}"))
        #expect(flow.inputs.map(\.name) == ["Flow.known"])
        #expect(opening.name?.mayBe("Blue Visit EU") == true && opening.name?.mayBe("Red Visit EU") == false)
        #expect(flow.openVariables.map(\.name.text) == ["Flow.maybe", "Flow.odd", "Flow.{{extra}}"])
        #expect(opening.values.map(\.key) == ["region", "division", "extra", "kind", "flag"])
        #expect(opening.leftovers.isEmpty)
    }

    @Test func leavesAllPlaceholdersOpenWhereNoSubstitutionIsKnown() throws {
        let text = "workflow:\n  name: A\n  # {{comment}}\n  division: {{division}}\n"
        let reader = PlannedFlowReader(substitutions: .unknown(.untilApply))
        let (flow, opening) = try reader.read(Array(text.utf8), file: "flow.yaml")
        #expect(flow.key == .workflow("A"))
        #expect(opening.values.map(\.key) == ["division"] && opening.leftovers.isEmpty)
    }

    @Test(
        arguments: [
            ("division: {{home}}", nil, "Home"), ("division: \"{{ Home }}\"", nil, "Home"),
            ("# {{home}}", .comment, "Home"), ("x: \"Dear {{customer.name}}\"", .template, nil),
            ("x: \"{{#if a}}{{name}}{{/if}}\"", .template, nil), ("x: \"{{queue_id}}\"", nil, nil),
            ("x: 'say {{queue_id}}'", nil, nil), ("division: {{nested}}", .order, "Home"),
        ] as [(String, PlannedOpening.Doubt?, String?)]
    )
    func saysHowSurelyAPlaceholderIsRefused(
        _ line: String,
        _ doubt: PlannedOpening.Doubt?,
        _ near: String?
    ) throws {
        let values: [String: PlannedValue<String>] =
            doubt == .order ? ["nested": .known("{{Home}}"), "Home": .known("x")] : ["Home": .known("x")]
        let (_, opening) = try read("workflow:\n  name: A\n  \(line)\n", values)
        #expect(opening.leftovers.map(\.doubt) == [doubt])
        #expect(opening.leftovers.map(\.position.line) == [3])
        if doubt != .order { #expect(opening.leftovers.map(\.near) == [near]) }
    }

    @Test(arguments: ["x: \"{{}} {{ {{#if}} {{a: 1}}\"", "x: [{a: {b: {}}}]", "division: {{Home}}", "# {{Home}}"])
    func leavesOtherBracesAlone(_ line: String) throws {
        let (_, opening) = try read("workflow:\n  name: A\n  \(line)\n", ["Home": .known("x")])
        #expect(opening.leftovers.isEmpty && opening.values.isEmpty)
    }

    @Test func namesTheSubstitutionThatFitsNothing() throws {
        let values: [String: PlannedValue<String>] = ["flowname": .known("A"), "lang": .known("en-us")]
        let (flow, opening) = try read("workflow:\n  name: {{flow_name}}\n  defaultLanguage: {{lang}}\n", values)
        #expect(flow.key == .workflow("{{flow_name}}"))
        #expect(opening.unusedKeys == ["flowname"])
        #expect(opening.leftovers.map(\.near) == ["flowname"])
    }
}
