/// Puts a plan on top of an environment's snapshots, resource by resource.
struct PlannedEnvironmentBuilder {
    let file: String
    let environment: EnvironmentName
    let files: [String: Flow]
    let reasons: [String: String]
    let contracts: [Contract]

    private(set) var touched: Set<FlowKey> = []
    private(set) var unknowns: [Unknown] = []
    private(set) var steps: [PlannedStep] = []
    private(set) var remarks: [String] = []

    /// The flows that are published again, with the resource's address.
    private(set) var republished: [FlowKey: String] = [:]

    private var flows: [FlowKey: Flow]
    private var stray: [Trigger]?
    private var ids: [FlowID: FlowKey]

    /// The flow that stands at an address once the plan is applied.
    private var keys: [String: FlowKey] = [:]

    private var destroyed: [(key: FlowKey, address: String)] = []

    init(
        file: String,
        environment: EnvironmentName,
        files: [String: Flow],
        reasons: [String: String],
        snapshots: FlowSet?,
        contracts: [Contract]
    ) {
        (self.file, self.environment, self.files, self.reasons) = (file, environment, files, reasons)
        self.contracts = contracts
        let known = snapshots?.flows ?? []
        flows = Dictionary(known.map { ($0.key, $0) }) { first, _ in first }
        stray = snapshots?.strayTriggers
        ids = Dictionary(known.compactMap { flow in flow.id.map { ($0, flow.key) } }) { first, _ in first }
    }

    /// The flows and triggers that there will be.
    func flowSet() -> FlowSet {
        let flows = flows.values.sorted { $0.key < $1.key }
        return FlowSet(flows: flows, entries: flows.map(\.entry), strayTriggers: stray)
    }

    /// Adds everything that a plan says.
    mutating func add(_ plan: TerraformPlan) {
        for flow in plan.flows where flow.deposedKey == nil { add(flow) }
        for trigger in plan.triggers where trigger.deposedKey == nil { remove(trigger) }
        for trigger in plan.triggers where trigger.deposedKey == nil { add(trigger) }
        for flow in destroyed { addDestroyed(flow.key, at: flow.address) }
        let actions = Dictionary(
            plan.flows.map { ($0.address, $0.action) } + plan.triggers.map { ($0.address, $0.action) }
        ) { first, _ in first }
        for flow in plan.driftedFlows { addDrift(flow, actions[flow.address]) }
        for trigger in plan.driftedTriggers { addDrift(trigger, actions[trigger.address]) }
        for deferral in plan.deferrals {
            unknowns.append(
                unknown(
                    "what \(deferral.address) becomes: Terraform cannot plan it yet",
                    "apply the rest, and plan again"
                )
            )
        }
    }

    private func unknown(_ reason: String, _ wayOut: String, flow: FlowKey? = nil) -> Unknown {
        Unknown(
            reason: reason,
            wayOut: wayOut,
            flow: flow,
            environment: environment,
            place: Place(file: file)
        )
    }
}

// MARK: Flows

extension PlannedEnvironmentBuilder {
    private mutating func add(_ planned: PlannedFlow) {
        let before = planned.before?.key
        switch planned.action {
        case .delete: destroy(before, at: planned.address)
        case .forget: break
        case .noop: addUntouched(planned, before)
        case .create, .update, .replace, .replaceAndForget: addPlanned(planned, before)
        }
    }

    private mutating func destroy(_ key: FlowKey?, at address: String) {
        guard let key else { return }
        touched.insert(key)
        let triggers = flows[key]?.triggers ?? []
        flows[key] = nil
        destroyed.append((key, address))
        for trigger in triggers { keepStray(trigger, starting: key) }
    }

    /// A flow that the plan leaves alone: its snapshot tells more than its file, where there is one.
    private mutating func addUntouched(_ planned: PlannedFlow, _ before: FlowKey?) {
        guard let key = before ?? files[planned.address]?.key else { return }
        keys[planned.address] = key
        if let id = planned.after?.id?.value { ids[id] = key }
        guard flows[key] == nil, var flow = files[planned.address], flow.key == key else { return }
        flow.id = planned.after?.id?.value
        flows[key] = flow
    }

    private mutating func addPlanned(_ planned: PlannedFlow, _ before: FlowKey?) {
        if let before { touched.insert(before) }
        guard var flow = files[planned.address] else {
            let reason = reasons[planned.address] ?? "its file is not known"
            keys[planned.address] = before
            unknowns.append(
                unknown("what \(planned.address) becomes: \(reason)", "plan with the file at hand", flow: before)
            )
            return
        }
        touched.insert(flow.key)
        flow.id = planned.after?.id?.value
        if planned.action == .update, let before, before != flow.key {
            // The provider finds the other name only at apply: it makes a new flow, and until the next plan every
            // trigger keeps the old one's id.
            keys[planned.address] = before
            flow.id = nil
            steps.append(step(planned.address, flow.key, .leavesBehind(before, making: flow.key)))
        } else {
            keys[planned.address] = flow.key
            if planned.action == .replace, let before { destroy(before, at: planned.address) }
            if planned.action == .update { republished[flow.key] = planned.address }
            flow.triggers = flows[flow.key]?.triggers ?? []
        }
        if let id = flow.id { ids[id] = flow.key }
        flows[flow.key] = flow
    }

    private mutating func addDestroyed(_ key: FlowKey, at address: String) {
        let isMadeAnew = flows[key] != nil
        let senders = contracts.filter { $0.flowKey(in: environment) == key && !isMadeAnew }
        let triggers = (stray ?? []).filter { $0.target == .flow(key) }
        let users = senders.map { "contract '\($0.name)'" } + triggers.map { "trigger '\($0.name)'" }
        guard !users.isEmpty else { return }
        steps.append(step(address, key, .destroys(key, usedBy: users)))
    }

    private func step(
        _ address: String,
        _ key: FlowKey?,
        trigger: String? = nil,
        _ event: PlannedStep.Event
    ) -> PlannedStep {
        PlannedStep(address: address, key: key, trigger: trigger, file: file, environment: environment, event: event)
    }
}

extension PlannedFlow.Settings {
    /// The flow's type and name, as the org has them; nil where either is not known.
    fileprivate var key: FlowKey? {
        guard let type = type?.value, let name = name?.value else { return nil }
        return FlowKey(type: type, name: name)
    }
}

// MARK: Triggers

extension PlannedEnvironmentBuilder {
    /// Takes out what the plan changes or destroys; what it leaves is added after.
    private mutating func remove(_ planned: PlannedTrigger) {
        guard planned.action != .noop, planned.action != .forget, let name = planned.before?.name.value else { return }
        for key in flows.keys where flows[key]?.triggers.contains(where: { $0.name == name }) == true {
            flows[key]?.triggers.removeAll { $0.name == name }
            touched.insert(key)
        }
        stray?.removeAll { $0.name == name }
    }

    private mutating func add(_ planned: PlannedTrigger) {
        guard let settings = planned.after, planned.action != .forget else { return }
        let name = settings.name.value
        let isChange = planned.action != .noop
        if isChange {
            let timing = PlannedStep.Event.timing(
                ttl: settings.eventTTLSeconds.value.flatMap(\.self),
                delay: settings.delayBySeconds.value.flatMap(\.self)
            )
            steps.append(step(planned.address, nil, trigger: name, timing))
        }
        let key: FlowKey
        let trigger: Trigger
        do throws(Undecided) {
            trigger = try self.trigger(settings)
            key = try target(settings)
        } catch {
            let wayOut = "apply, take the snapshot, and check again"
            unknowns.append(unknown("what \(planned.address) does: \(error.reason)", wayOut))
            return
        }
        if isChange { touched.insert(key) }
        guard var flow = flows[key] else {
            if destroyed.contains(where: { $0.key == key }) {
                keepStray(trigger, starting: key)
            } else {
                let reason = "what trigger '\(trigger.name)' starts: nothing is known of '\(key)'"
                unknowns.append(unknown(reason, "take the snapshot of the environment", flow: key))
            }
            return
        }
        guard isChange || !flow.triggers.contains(where: { $0.name == trigger.name }) else { return }
        flow.triggers = (flow.triggers + [trigger]).inOrder
        flows[key] = flow
        stray = stray ?? []
    }

    private mutating func keepStray(_ trigger: Trigger, starting key: FlowKey) {
        var trigger = trigger
        trigger.target = .flow(key)
        stray = (stray ?? []) + [trigger]
    }

    /// Why a trigger cannot be told before apply.
    private struct Undecided: Error {
        var reason: String
    }

    private func trigger(_ settings: PlannedTrigger.Settings) throws(Undecided) -> Trigger {
        Trigger(
            name: try known(settings.name, "its name"),
            topic: try known(settings.topic, "its topic"),
            dataFormat: try known(settings.dataFormat, "its data format"),
            isEnabled: try known(settings.isEnabled, "whether it is enabled"),
            match: try known(settings.match, "its criteria"),
            eventTTLSeconds: try known(settings.eventTTLSeconds, "its time to live"),
            delayBySeconds: try known(settings.delayBySeconds, "its delay")
        )
    }

    private func known<Value>(_ value: PlannedValue<Value>, _ what: String) throws(Undecided) -> Value {
        switch value {
        case .known(let value): return value
        case .unknown(let reason): throw Undecided(reason: "\(what) is \(reason)")
        }
    }

    private func target(_ settings: PlannedTrigger.Settings) throws(Undecided) -> FlowKey {
        switch settings.target {
        case .flowAddress(let address):
            guard let key = keys[address] else { throw Undecided(reason: "nothing is known of its flow, \(address)") }
            return key
        case .dataSource(let type, let name): return FlowKey(type: type ?? .workflow, name: name)
        case .id(let id):
            guard let key = ids[id] else { throw Undecided(reason: "no flow that is known has the id \(id)") }
            return key
        case .unknown(let reason): throw Undecided(reason: "its flow is not known: \(reason)")
        }
    }
}

// MARK: Drift outside Terraform

extension PlannedEnvironmentBuilder {
    private mutating func addDrift(_ drifted: PlannedFlow, _ action: PlannedAction?) {
        let key = drifted.before?.key ?? drifted.after?.key
        var changes: [String] = []
        if drifted.after == nil {
            changes = ["the flow is gone"]
        } else if let old = drifted.before?.key, let new = drifted.after?.key, old != new {
            changes = ["the flow was '\(old)', is now '\(new)'"]
        }
        addDrift(drifted.address, key, nil, changes, action)
    }

    private mutating func addDrift(_ drifted: PlannedTrigger, _ action: PlannedAction?) {
        let name = drifted.before?.name.value ?? drifted.after?.name.value
        var changes: [String] = []
        if let before = drifted.before, let after = drifted.after {
            if let old = try? trigger(before), let new = try? trigger(after), old.interface != new.interface {
                changes = [FlowChange.triggerChanged(from: old.interface, to: new.interface).phrase]
            }
            if let old = before.targetID.value, let new = after.targetID.value, old != new {
                changes.append("it started the flow of id \(old), and starts that of id \(new)")
            }
        } else {
            changes = ["the trigger is gone"]
        }
        addDrift(drifted.address, nil, name, changes, action)
    }

    private mutating func addDrift(
        _ address: String,
        _ key: FlowKey?,
        _ trigger: String?,
        _ changes: [String],
        _ action: PlannedAction?
    ) {
        guard !changes.isEmpty else { return }
        let isReverted = action == .update || action == .create || action == .replace
        steps.append(step(address, key, trigger: trigger, .drifted(changes, isReverted: isReverted)))
    }
}
