/// What an environment looks like once a Terraform plan is applied, as far as it can be told.
public struct PlannedEnvironment: Sendable {
    /// The environment.
    let environment: EnvironmentName

    /// The flows and triggers that there will be; a flow that cannot be told is as its snapshot says.
    public let flows: FlowSet

    /// The flows that the plan is about: those that it makes, changes or destroys, and those that its triggers start.
    public let touched: Set<FlowKey>

    /// The flows that the plan changes, and nobody can tell how before apply.
    public let undecided: Set<FlowKey>

    /// The triggers whose flow neither the plan nor the environment has.
    let lost: StrayTriggers

    /// What differs from the snapshots, flow by flow; everything is new where there are none.
    public let difference: FlowSetDifference

    /// What cannot be told before apply.
    public let unknowns: [Unknown]

    /// The flows' files that could not be read.
    public let problems: [ReadingError]

    /// What the plan does that is worth a finding of its own.
    public let steps: [PlannedStep]

    /// What is worth a line though nothing is wrong.
    public let remarks: [String]

    /// Whether there was anything to judge: a plan may change no flow and no trigger, a state must have one.
    let isAboutSomething: Bool

    /// Whether the plan was read whole, and changes no flow and no trigger.
    let isIdle: Bool

    /// Puts a plan on top of an environment's snapshots.
    ///
    /// - Parameters:
    ///   - plan: The plan.
    ///   - file: The plan's file, as messages should give it.
    ///   - environment: The environment.
    ///   - files: What the flows' files hold.
    ///   - snapshots: The environment's snapshots; nil where there are none.
    ///   - filter: Which flows the snapshots are of.
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
        let set = builder.flowSet()
        self.environment = environment
        flows = set
        touched = builder.touched
        undecided = builder.undecided
        lost = StrayTriggers(lostInPlan: builder.lost, in: environment, entries: set.entries, file: file)
        unknowns = builder.unknowns
        problems = (snapshots?.problems ?? []) + builder.problems
        steps = builder.steps
        let old = snapshots ?? FlowSet(flows: [], entries: [], strayTriggers: [])
        difference = FlowSetDifference(from: old, to: set)
        isAboutSomething = plan.origin == .plan || !(plan.flows.isEmpty && plan.triggers.isEmpty)
        isIdle =
            builder.touched.isEmpty && builder.unknowns.isEmpty && builder.problems.isEmpty && !builder.isState
        remarks = (isIdle ? ["the plan changes no flow and no trigger"] : []) + Self.remarks(builder, difference)
    }

    /// What differs from the snapshots of the flows that the plan is about, and what only looks like a change.
    private static func remarks(_ builder: PlannedEnvironmentBuilder, _ difference: FlowSetDifference) -> [String] {
        let flows = difference.flows.filter { flow in
            builder.touched.contains(flow.key) || flow.otherKey.map(builder.touched.contains) == true
        }
        let changed = Set(flows.flatMap { [$0.key, $0.otherKey].compactMap(\.self) })
        let republished = builder.republished.filter {
            !changed.contains($0.key) && !builder.undecided.contains($0.key)
        }
        .map { key, address in "\(address): only publishes '\(key)' again, no interface changes" }
        return (actions(builder.plan.changedActions).map { [$0] } ?? [])
            + list(flows.filter { $0.kind == .added }, "new") + list(flows.filter { $0.kind == .removed }, "gone")
            + flows.flatMap(changes) + republished.sorted()
    }

    /// The line that says that data actions are not judged; nil where the plan changes none.
    private static func actions(_ addresses: [String]) -> String? {
        guard let first = addresses.first else { return nil }
        let list = addresses.count == 1 ? first : "\(first) and \(addresses.count - 1) more"
        return "the plan changes \(list): data actions are not judged yet"
    }

    /// A line for each flow, or one for all where they are many.
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
