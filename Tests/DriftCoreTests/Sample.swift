import SourceText
import Testing
import YAML

@testable import DriftCore

/// Small contracts and flows, written as people write them.
enum Sample {
    /// A contract of the flow `workflow/A`; the body follows its first three lines.
    static func contract(_ body: String, flow: String = "workflow/A") throws -> Contract {
        let text = "flowdrift: 1\ncontract: a\nflow: \(flow)\n\(body)"
        return try ContractReader().contract(Array(text.utf8), file: "contract.yaml")
    }

    /// The flow `workflow/A`; the body follows the first two lines of its snapshot.
    static func flow(_ body: String = "", name: String = "A") throws -> Flow {
        let text = "flowdrift: 1\nflow: { type: workflow, name: \(name) }\n\(body)"
        return try SnapshotReader(file: "snapshot.yaml").flow(Array(text.utf8))
    }

    /// The result of judging a contract against a flow in `prod`.
    static func judgement(
        _ contract: String,
        _ flow: String?,
        name: String = "A",
        entries: [FlowEntry] = [],
        stray: [Trigger]? = nil,
        severities: [RuleID: RuleSetting] = [:]
    ) throws -> Outcome {
        let flow = try flow.map { try Self.flow($0, name: name) }
        let set = FlowSet(flows: flow.map { [$0] } ?? [], entries: entries, strayTriggers: stray)
        return Judge(severities: severities).judge(
            try Self.contract(contract),
            in: EnvironmentName("prod"),
            inputSources: flow.map {
                InputSources($0, in: EnvironmentName("prod"), contracts: [], events: .embedded)
            },
            surroundings: Judge.Surroundings(entries: entries, triggers: set.placedTriggers)
        ).reported
    }

    /// The findings of a contract on a flow, each as severity, message and rule.
    static func findings(_ contract: String, _ flow: String) throws -> [String] {
        try judgement(contract, flow, stray: []).findings.map(\.line)
    }

    /// The findings if a contract sends one input and a flow declares some.
    static func findings(sending input: String, into inputs: String) throws -> [String] {
        try findings("launch: { inputs: { \(input) } }\n", "inputs: { \(inputs) }\n")
    }

    /// The findings if a contract reads one output and a flow declares some.
    static func findings(reading output: String, of outputs: String) throws -> [String] {
        try findings("launch: { outputs: { \(output) } }\n", "outputs: { \(outputs) }\n")
    }

    /// The findings if a contract promises a trigger `T` with settings, and the flow's trigger has others.
    static func findings(promising settings: String, having others: String) throws -> [String] {
        let trigger = "name: T, topic: v2.x, enabled: true"
        return try findings(
            "triggers: [{ name: T\(settings.isEmpty ? "" : ", " + settings) }]\n",
            "triggers: [{ \(trigger)\(others.isEmpty ? "" : ", " + others) }]\n"
        )
    }
}

extension Finding {
    /// The finding without its place: `error: message [rule]`.
    var line: String { "\(severity): \(message) [\(rule)]" }
}

extension FlowKey {
    static func workflow(_ name: String) -> FlowKey { FlowKey(type: .workflow, name: name) }
}
