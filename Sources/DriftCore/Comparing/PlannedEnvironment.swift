/// An environment after a Terraform plan is applied, with what the plan leaves unknown.
public struct PlannedEnvironment: Sendable {
    let environment: EnvironmentName

    /// The flows and triggers after the apply; a flow whose state after the apply is unknown is as in its snapshot.
    public let flows: FlowSet

    /// The flows that the plan creates, changes or destroys, and those that its triggers start.
    public let touched: Set<FlowKey>

    /// The flows that the plan changes in a way that is unknown until apply.
    public let undecided: Set<FlowKey>

    /// The triggers that start a flow which neither the plan nor the environment has.
    let lost: StrayTriggers

    /// The changes from the snapshots; without snapshots everything is new.
    public let difference: FlowSetDifference

    /// What is unknown until apply.
    public let unknowns: [Unknown]

    /// The errors in reading the flows' files.
    public let problems: [ReadingError]

    /// The steps of the plan that rules check.
    public let steps: [PlannedStep]

    /// Notes that aren't findings.
    public let remarks: [Remark]

    /// The data actions that the plan creates or changes and that start flows, or may do so.
    public let launchingActions: [PlannedDataAction]

    /// Whether the environment has snapshots, so that its other flows are known.
    public let hasSnapshots: Bool

    /// Whether the file has something to check: a plan always does, a state only if it has a flow or trigger.
    let isAboutSomething: Bool

    /// Whether the plan was read completely and changes no flow or trigger.
    let isIdle: Bool

    /// Applies a plan to an environment's snapshots.
    ///
    /// - Parameters:
    ///   - plan: The plan.
    ///   - file: The plan's file, for messages.
    ///   - environment: The environment.
    ///   - files: The content of the flows' files.
    ///   - snapshots: The environment's snapshots, or `nil` if there are none.
    ///   - filter: Which flows have snapshots.
    ///   - contracts: The contracts that must hold there.
    public init(
        _ plan: TerraformPlan,
        file: String,
        in environment: EnvironmentName,
        files: PlannedFiles,
        snapshots: FlowSet?,
        filter: FlowFilter = FlowFilter(),
        contracts: [Contract]
    ) {
        var builder = PlannedEnvironmentBuilder(
            plan,
            file: file,
            in: environment,
            files: files,
            snapshots: snapshots,
            filter: filter,
            contracts: contracts
        )
        builder.build()
        var set = builder.flowSet()
        set.actions = Self.actions(plan, over: snapshots, file: file, entries: set.entries)
        self.environment = environment
        flows = set
        touched = builder.touched
        undecided = builder.undecided
        lost = StrayTriggers(lostInPlan: builder.lost, in: environment, entries: set.entries, file: file)
        unknowns = builder.unknowns
        problems = (snapshots?.problems ?? []) + builder.problems
        steps = builder.steps + Self.replacements(plan, builder, set, file: file, in: environment)
        hasSnapshots = snapshots != nil
        launchingActions = plan.actions.filter { action in
            guard action.action != .noop || plan.origin == .state else { return false }
            return action.launches || action.urlTemplate != nil && action.urlTemplate?.value == nil
        }
        let old = snapshots ?? FlowSet(flows: [], entries: [], strayTriggers: [])
        difference = FlowSetDifference(from: old, to: set)
        isAboutSomething = plan.origin == .plan || !(plan.flows.isEmpty && plan.triggers.isEmpty)
        isIdle =
            builder.touched.isEmpty && builder.unknowns.isEmpty && builder.problems.isEmpty && !builder.isState
        let idle = isIdle ? ["the plan changes no flow and no trigger"] : []
        remarks = (idle + Self.remarks(builder, difference)).map { Remark($0, kind: .planned) }
    }

    /// The data actions that start flows after the apply: those of the snapshots, updated from the plan.
    private static func actions(
        _ plan: TerraformPlan,
        over snapshots: FlowSet?,
        file: String,
        entries: [FlowEntry]
    ) -> [LaunchingAction]? {
        guard !plan.actions.isEmpty || snapshots?.actions != nil else { return nil }
        let planned = plan.actions.compactMap { action -> DataActionText? in
            guard let name = action.name, let text = action.exportText else { return nil }
            return DataActionText(name: name, text: text, at: Place(file: file))
        }
        let names = Set(planned.map(\.name))
        var set = FlowSet(flows: [], entries: entries, strayTriggers: nil)
        set.actionTexts = planned
        set.readActions()
        return ((snapshots?.actions ?? []).filter { !names.contains($0.name) } + (set.actions ?? [])).inOrder
    }

    /// The data actions that get another id while a flow that calls them isn't published again.
    private static func replacements(
        _ plan: TerraformPlan,
        _ builder: PlannedEnvironmentBuilder,
        _ set: FlowSet,
        file: String,
        in environment: EnvironmentName
    ) -> [PlannedStep] {
        let published = builder.touched.union(builder.republished.keys)
        return plan.actions.filter { $0.action == .replace || $0.action == .replaceAndForget }.compactMap { action in
            guard let name = action.name else { return nil }
            let callers = set.flows.filter { flow in
                !published.contains(flow.key) && flow.calls.contains { $0.kind == .dataAction && $0.name == name }
            }
            guard !callers.isEmpty else { return nil }
            return PlannedStep(
                address: action.address,
                key: nil,
                place: Place(file: file),
                environment: environment,
                event: .replacesAction(name, callers: callers.map(\.key))
            )
        }
    }

    /// The changes of the plan's flows, and flows that are only published again.
    private static func remarks(_ builder: PlannedEnvironmentBuilder, _ difference: FlowSetDifference) -> [String] {
        let flows = difference.flows.filter { flow in
            builder.touched.contains(flow.key) || flow.otherKey.map(builder.touched.contains) == true
        }
        let changed = Set(flows.flatMap { [$0.key, $0.otherKey].compactMap(\.self) })
        let republished = builder.republished.filter {
            !changed.contains($0.key) && !builder.undecided.contains($0.key)
        }
        .map { key, address in "\(address): only publishes '\(key)' again, without a change of its interface" }
        return list(flows.filter { $0.kind == .added }, "new") + list(flows.filter { $0.kind == .removed }, "gone")
            + flows.flatMap(changes) + republished.sorted()
    }

    /// One remark for each flow, or a single one if there are many.
    private static func list(_ flows: [FlowDifference], _ word: String) -> [String] {
        guard flows.count > 10 else { return flows.map { "planned: '\($0.key)' is \(word)" } }
        let first = flows.prefix(3).map { "'\($0.key)'" }.joined(separator: ", ")
        return ["planned: \(flows.count) flows are \(word): \(first) and \(flows.count - 3) more"]
    }

    private static func changes(of flow: FlowDifference) -> [String] {
        switch flow.kind {
        case .added, .removed: return []
        case .changed: return flow.changes.map { "planned: '\(flow.key)': \($0.phrase)" }
        case .renamed:
            let names = "'\(flow.key)' becomes '\(flow.otherKey?.description ?? "")'"
            return ["planned: \(names)"] + flow.changes.map { "planned: \(names): \($0.phrase)" }
        }
    }
}
