import Testing

@testable import DriftCore

/// A plan of one flow `A` at `genesyscloud_flow.a`, which has the id `a` in the org, with its surroundings.
struct PlanSample {
    var flows: [PlannedFlow] = []
    var triggers: [PlannedTrigger] = []
    var files = PlannedFiles()
    var snapshots: [Flow]?
    var contracts: [Contract] = []
    var origin = TerraformPlan.Origin.plan
    var isComplete = true

    /// A flow at an address, with the same settings before and after.
    static func flow(_ name: String, _ action: PlannedAction) throws -> PlannedFlow {
        let id = try #require(FlowID(name.lowercased()))
        let settings = FlowSettings(
            id: .known(id),
            name: .known(name),
            type: .known(.workflow),
            filepath: .known("flow.yaml")
        )
        let isNew = action == .create
        var after = settings
        if isNew || action == .replace { after.id = .unknown(.untilApply) }
        return PlannedFlow(
            address: "genesyscloud_flow.\(name.lowercased())",
            action: action,
            before: isNew ? nil : settings,
            after: action == .delete || action == .forget ? nil : after
        )
    }

    static func trigger(
        _ action: PlannedAction,
        starting target: TriggerSettings.Target,
        from old: TriggerSettings.Target? = nil,
        enabled: PlannedValue<Bool> = .known(true)
    ) throws -> PlannedTrigger {
        let id = PlannedValue<FlowID>.unknown(.untilApply)
        let after = TriggerSettings(
            name: .known("T"),
            topic: .known("v2.x"),
            isEnabled: enabled,
            targetID: id,
            target: target
        )
        let before = TriggerSettings(
            name: .known("T"),
            topic: .known("v2.x"),
            targetID: id,
            target: old ?? target
        )
        return PlannedTrigger(
            address: "genesyscloud_processautomation_trigger.t",
            action: action,
            before: action == .create ? nil : before,
            after: action == .delete || action == .forget ? nil : after
        )
    }

    /// A snapshot of a workflow, with or without a trigger `T`.
    static func snapshot(_ name: String, hasTrigger: Bool = false) throws -> Flow {
        let trigger = "triggers: [{ name: T, topic: v2.x, enabled: true }]\n"
        var flow = try Sample.flow(
            "inputs: { Flow.old: { type: string, read: true } }\n" + (hasTrigger ? trigger : ""),
            name: name
        )
        flow.id = FlowID(name.lowercased())
        return flow
    }

    /// The content of a flow's file, under a name.
    static func file(_ name: String) throws -> Flow {
        try Sample.flow("inputs: { Flow.new: { type: string, read: true } }\n", name: name)
    }

    /// The environment `prod` after the plan.
    func planned() throws -> PlannedEnvironment {
        PlannedEnvironment(
            TerraformPlan(origin: origin, flows: flows, triggers: triggers, isComplete: isComplete),
            file: "plan.json",
            in: try #require(EnvironmentName("prod")),
            files: files,
            snapshots: snapshots.map { FlowSet(flows: $0, entries: $0.map(\.entry), strayTriggers: []) },
            contracts: contracts
        )
    }
}
