import SourceText
import YAML

/// Puts a plan on top of an environment's snapshots, resource by resource.
struct PlannedEnvironmentBuilder {
    let plan: TerraformPlan
    let file: String
    let environment: EnvironmentName
    let files: PlannedFiles
    let contracts: [Contract]

    /// Which flows the snapshots are of.
    let filter: FlowFilter

    /// The environment's snapshots; nil where there are none.
    let snapshots: FlowSet?

    /// What came of it; ``PlannedEnvironment`` says what each means.
    var touched: Set<FlowKey> = []
    var undecided: Set<FlowKey> = []

    /// The planned flows whose name is open, under the name that stands in the file.
    var openNames: [(key: FlowKey, name: NamePattern)] = []

    /// Whether a planned flow may have any name.
    var hasUnknownFlow = false

    /// The flows whose file has another name than they have in the org.
    var renamed: [(address: String, old: FlowKey, new: FlowKey, file: String?)] = []

    /// The triggers that start a flow of which nothing is known, by that flow.
    var lookedFor: [FlowKey: [String]] = [:]

    /// The triggers whose flow neither the plan nor the environment has.
    var lost: [Trigger] = []

    /// The triggers of the snapshots that the plan changes or destroys, with their flows, by address.
    var removed: [String: [(flow: FlowKey, trigger: Trigger)]] = [:]
    var unknowns: [Unknown] = []
    var problems: [ReadingError] = []
    var steps: [PlannedStep] = []

    /// The flows that are published again, with the resource's address.
    var republished: [FlowKey: String] = [:]

    /// What there will be: the snapshots at first.
    var flows: [FlowKey: Flow]
    var stray: [Trigger]?

    /// The flows that have a trigger of a name, so that none is looked for in all of them.
    var homes: [String: Set<FlowKey>] = [:]

    /// The files of flows, as Terraform names them.
    var paths: [FlowKey: String] = [:]

    /// The flow that stands at an address, and behind an id: now, and once the plan is applied.
    var (keysBefore, keysAfter): ([String: FlowKey], [String: FlowKey]) = ([:], [:])
    var (idsBefore, idsAfter): ([FlowID: FlowKey], [FlowID: FlowKey])

    /// The flows that the plan destroys, each with its resource's address, and their ids.
    var destroyed: [(key: FlowKey, address: String)] = []
    var destroyedIDs: [FlowID: FlowKey] = [:]

    init(
        _ plan: TerraformPlan,
        file: String,
        in environment: EnvironmentName,
        files: PlannedFiles,
        snapshots: FlowSet?,
        filter: FlowFilter,
        contracts: [Contract]
    ) {
        (self.snapshots, self.filter) = (snapshots, filter)
        (self.plan, self.file, self.environment, self.files) = (plan, file, environment, files)
        self.contracts = contracts
        let known = snapshots?.flows ?? []
        flows = Dictionary(known.map { ($0.key, $0) }) { first, _ in first }
        // Where there are no snapshots, all that there is is planned.
        stray = snapshots == nil ? [] : snapshots?.strayTriggers
        idsBefore = Dictionary(known.compactMap { flow in flow.id.map { ($0, flow.key) } }) { first, _ in first }
        idsAfter = idsBefore
        for flow in known {
            for trigger in flow.triggers { homes[trigger.name, default: []].insert(flow.key) }
        }
    }

    /// Whether the file is of a state: nothing is changed, and all of it is what somebody asks about.
    var isState: Bool { plan.origin == .state }

    /// The flows and triggers that there will be.
    func flowSet() -> FlowSet {
        let flows = flows.values.sorted { $0.key < $1.key }
        let gone = Set(destroyed.map(\.key)).subtracting(self.flows.keys)
        // What the snapshots lack is there, as far as the plan tells nothing else.
        let listed = (snapshots?.entries ?? []).filter { self.flows[$0.key] == nil && !gone.contains($0.key) }
        return FlowSet(
            flows: flows,
            entries: (flows.map(\.entry) + listed).sorted { $0.key < $1.key },
            strayTriggers: stray,
            problems: snapshots?.problems ?? [],
            gone: gone
        )
    }

    /// Adds everything that the plan says.
    mutating func build() {
        for flow in plan.flows where flow.deposedKey == nil { add(flow) }
        let triggers = plan.triggers.filter { $0.deposedKey == nil }
        for trigger in triggers { remove(trigger) }
        for trigger in triggers { add(trigger) }
        addRenames()
        doubtContractsOfOpenNames()
        for (id, key) in destroyedIDs where flows[key]?.id == nil { flows[key]?.lostID = id }
        let left = Dictionary(grouping: stray ?? []) { trigger -> FlowKey? in
            if case .flow(let key)? = trigger.target { key } else { nil }
        }
        for flow in destroyed { addDestroyed(flow.key, at: flow.address, triggers: left[flow.key] ?? []) }
        addDrift()
        addWhatIsLeftOut()
    }

    /// What Terraform itself could not plan.
    private mutating func addWhatIsLeftOut() {
        for deferral in plan.deferrals {
            addUnknown(
                "what \(deferral.address) becomes: Terraform cannot plan it yet",
                wayOut: "apply the rest, and plan again"
            )
        }
        if !plan.isComplete, plan.deferrals.isEmpty {
            addUnknown(
                "what the rest of the configuration becomes: Terraform says that the plan is not complete",
                wayOut: "plan without -target, and without errors"
            )
        }
    }

    mutating func addUnknown(_ reason: String, wayOut: String, flow: FlowKey? = nil, at place: Place? = nil) {
        unknowns.append(
            Unknown(
                reason: reason,
                wayOut: wayOut,
                flow: flow,
                environment: environment,
                place: place ?? Place(file: file)
            )
        )
    }

    mutating func addStep(
        _ address: String,
        _ key: FlowKey?,
        contract: Contract? = nil,
        trigger: String? = nil,
        in file: String? = nil,
        at position: Position? = nil,
        _ event: PlannedStep.Event
    ) {
        steps.append(
            PlannedStep(
                address: address,
                key: key,
                contract: contract,
                trigger: trigger,
                place: Place(file: file ?? self.file, position: position),
                environment: environment,
                event: event
            )
        )
    }
}
