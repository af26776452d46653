/// What an environment looks like once a Terraform plan is applied, as far as it can be told.
public struct PlannedEnvironment: Sendable {
    /// The flows and triggers that there will be.
    public let flows: FlowSet

    /// The flows that the plan is about: those that it makes, changes or destroys, and those that its triggers start.
    public let touched: Set<FlowKey>

    /// What differs from the snapshots, flow by flow; everything is new where there are none.
    public let difference: FlowSetDifference

    /// What cannot be told before apply.
    public let unknowns: [Unknown]

    /// What the plan does that is worth a finding of its own.
    public let steps: [PlannedStep]

    /// What is worth a line though nothing is wrong.
    public let remarks: [String]

    /// Puts a plan on top of an environment's snapshots.
    ///
    /// - Parameters:
    ///   - plan: The plan.
    ///   - file: The plan's file, as messages should give it.
    ///   - environment: The environment.
    ///   - files: What the flows' files hold, by the resource's address; those that could not be read are left out.
    ///   - reasons: Why a flow's file could not be read, by the resource's address.
    ///   - snapshots: The environment's snapshots; nil where there are none.
    ///   - contracts: The contracts that must hold there.
    public init(
        _ plan: TerraformPlan,
        file: String,
        in environment: EnvironmentName,
        files: [String: Flow],
        reasons: [String: String],
        snapshots: FlowSet?,
        contracts: [Contract]
    ) {
        var builder = PlannedEnvironmentBuilder(
            file: file,
            environment: environment,
            files: files,
            reasons: reasons,
            snapshots: snapshots,
            contracts: contracts
        )
        builder.add(plan)
        let set = builder.flowSet()
        flows = set
        touched = builder.touched
        unknowns = builder.unknowns
        steps = builder.steps
        let old = snapshots ?? FlowSet(flows: [], entries: [], strayTriggers: [])
        let difference = FlowSetDifference(from: old, to: set)
        self.difference = difference
        let changed = Set(difference.flows.flatMap { [$0.key, $0.otherKey].compactMap(\.self) })
        remarks =
            builder.remarks
            + builder.republished.filter { !changed.contains($0.key) }.map { key, address in
                "\(address): only publishes '\(key)' again, no interface changes"
            }.sorted()
    }
}

/// Something that a plan does, or says of the org, that is worth a finding of its own.
public struct PlannedStep: Sendable {
    /// The resource's address.
    let address: String

    /// The flow that it is about; nil where none is known.
    let key: FlowKey?

    /// The trigger that it is about; nil where none is.
    var trigger: String?

    /// The plan's file.
    let file: String

    /// The environment.
    let environment: EnvironmentName

    /// What it is.
    let event: Event

    /// What a step is.
    enum Event: Sendable {
        /// The file has another name than the flow in the org, so apply makes a new flow and leaves the old one.
        case leavesBehind(FlowKey, making: FlowKey)
        /// A flow is destroyed that something still uses, in words.
        case destroys(FlowKey, usedBy: [String])
        /// A trigger has a time to live and a delay as given, in seconds.
        case timing(ttl: Int?, delay: Int?)
        /// The org was changed outside Terraform, in words; whether the plan changes it back.
        case drifted([String], isReverted: Bool)
    }

    /// Evidence on the resource.
    func evidence(_ message: String, severity: Severity? = nil, fix: String) -> Evidence {
        Evidence(message, at: Place(file: file), on: address, trigger: trigger, severity: severity, fix: Fix(fix))
    }
}

extension Judge {
    /// Judges what a plan does.
    public func judge(_ steps: [PlannedStep]) -> [Finding] {
        steps.flatMap { step in
            findings(Circumstances(flow: step.key, environment: step.environment)) { rule in
                guard case .plan(let check) = rule.check else { return [] }
                return check(step)
            }
        }
    }
}
