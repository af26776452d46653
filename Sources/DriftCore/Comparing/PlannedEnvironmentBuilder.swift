import YAML

/// Applies a plan to an environment's snapshots, resource by resource.
struct PlannedEnvironmentBuilder {
    let plan: TerraformPlan
    let file: String
    let environment: EnvironmentName
    let files: PlannedFiles
    let contracts: [Contract]

    /// Which flows have snapshots.
    let filter: FlowFilter

    /// The environment's snapshots, or `nil` if there are none.
    let snapshots: FlowSet?

    /// The results, which ``PlannedEnvironment`` explains.
    var touched: Set<FlowKey> = []
    var undecided: Set<FlowKey> = []

    /// The planned flows whose names depend on placeholders, with the names in their files.
    private var openNames: [(key: FlowKey, name: NamePattern)] = []

    /// Whether a planned flow may have any name.
    private var hasUnknownFlow = false

    /// The flows whose files have other names than the org.
    var renamed: [(address: String, old: FlowKey, new: FlowKey, file: String?)] = []

    /// The triggers that start an unknown flow, by that flow.
    private var lookedFor: [FlowKey: [String]] = [:]

    /// The triggers that start a flow which neither the plan nor the environment has.
    var lost: [Trigger] = []

    /// The snapshots' triggers that the plan changes or destroys, with their flows, by address.
    var removed: [String: [(flow: FlowKey, trigger: Trigger)]] = [:]
    var unknowns: [Unknown] = []
    var problems: [ReadingError] = []
    var steps: [PlannedStep] = []

    /// The flows that are only published again, with the resources' addresses.
    var republished: [FlowKey: String] = [:]

    /// The flows after the apply; the snapshots at first.
    var flows: [FlowKey: Flow]
    var stray: [Trigger]?

    /// The flows that have a trigger of a name, as an index.
    private var homes: [String: Set<FlowKey>] = [:]

    /// The files of flows, as Terraform names them.
    var paths: [FlowKey: String] = [:]

    /// The flows by address and by id, now and after the apply.
    var (keysBefore, keysAfter): ([String: FlowKey], [String: FlowKey]) = ([:], [:])
    var (idsBefore, idsAfter): ([FlowID: FlowKey], [FlowID: FlowKey])

    /// The flows that the plan destroys, with the resources' addresses, and their ids.
    var destroyed: [(key: FlowKey, address: String)] = []
    private var destroyedIDs: [FlowID: FlowKey] = [:]

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
        // Without snapshots, the plan is everything that exists.
        stray = snapshots == nil ? [] : snapshots?.strayTriggers
        idsBefore = Dictionary(known.compactMap { flow in flow.id.map { ($0, flow.key) } }) { first, _ in first }
        idsAfter = idsBefore
        for flow in known {
            for trigger in flow.triggers { homes[trigger.name, default: []].insert(flow.key) }
        }
    }

    /// Whether the file is a state, which changes nothing, and all of which is checked.
    var isState: Bool { plan.origin == .state }

    func flowSet() -> FlowSet {
        let flows = flows.values.sorted { $0.key < $1.key }
        let gone = Set(destroyed.map(\.key)).subtracting(self.flows.keys)
        // A flow without a snapshot still exists, unless the plan says otherwise.
        let listed = (snapshots?.entries ?? []).filter { self.flows[$0.key] == nil && !gone.contains($0.key) }
        return FlowSet(
            flows: flows,
            entries: (flows.map(\.entry) + listed).sorted { $0.key < $1.key },
            strayTriggers: stray,
            problems: snapshots?.problems ?? [],
            gone: gone
        )
    }

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

    /// Adds what Terraform itself couldn't plan.
    private mutating func addWhatIsLeftOut() {
        for deferral in plan.deferrals {
            addUnknown(
                "\(deferral.address) was not checked: Terraform cannot plan it yet",
                fix: "apply the rest of the plan, make a new plan, and check that"
            )
        }
        if !plan.isComplete, plan.deferrals.isEmpty {
            addUnknown(
                "the rest of Terraform's configuration was not checked: Terraform says that the plan is not complete",
                fix: "make the plan without -target, and correct Terraform's errors"
            )
        }
    }

    private mutating func addUnknown(_ reason: String, fix: String, flow: FlowKey? = nil, at place: Place? = nil) {
        unknowns.append(
            Unknown(
                reason: reason,
                fix: fix,
                flow: flow,
                environment: environment,
                place: place ?? Place(file: file)
            )
        )
    }

    private mutating func addStep(
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

// MARK: - Drift

extension PlannedEnvironmentBuilder {
    /// Adds the changes that were made outside Terraform.
    private mutating func addDrift() {
        let actions = Dictionary(
            plan.flows.map { ($0.address, $0.action) } + plan.triggers.map { ($0.address, $0.action) }
        ) { first, _ in first }
        for flow in plan.driftedFlows where flow.deposedKey == nil {
            let key = flow.before?.key ?? flow.after?.key
            addDrift(flow.address, key, nil, changes(of: flow), actions[flow.address])
        }
        for trigger in plan.driftedTriggers where trigger.deposedKey == nil {
            let name = trigger.before?.name.value ?? trigger.after?.name.value
            addDrift(trigger.address, nil, name, changes(of: trigger), actions[trigger.address])
        }
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
        addStep(address, key, trigger: trigger, .drifted(changes, isReverted: isReverted))
    }

    private func changes(of drifted: PlannedFlow) -> [String] {
        guard drifted.after != nil else { return ["the flow is gone"] }
        guard let old = drifted.before?.key, let new = drifted.after?.key, old != new else { return [] }
        return ["the flow changed from '\(old)' to '\(new)'"]
    }

    private func changes(of drifted: PlannedTrigger) -> [String] {
        guard let before = drifted.before, let after = drifted.after else { return ["the trigger is gone"] }
        var changes: [String] = []
        let (old, new) = (trigger(before, at: drifted.address), trigger(after, at: drifted.address))
        if old.open.isEmpty, new.open.isEmpty, old.interface != new.interface {
            changes = [FlowChange.triggerChanged(from: old.interface, to: new.interface).phrase]
        }
        if let old = before.targetID.value, let new = after.targetID.value, old != new {
            changes.append("the trigger started the flow with the id \(old), and now starts the one with the id \(new)")
        }
        return changes
    }
}

// MARK: - Flows

extension PlannedEnvironmentBuilder {
    mutating func add(_ planned: PlannedFlow) {
        let before = planned.before?.key
        if let flow = file(of: planned) { paths[flow.key] = flow.file }
        if let before {
            keysBefore[planned.address] = before
            if let id = planned.before?.id?.value { idsBefore[id] = before }
        }
        switch planned.action {
        case .delete: destroy(planned, before)
        case .forget: break
        case .noop: addUntouched(planned, before)
        case .create, .update, .replace, .replaceAndForget: addPlanned(planned, before)
        }
    }

    private mutating func destroy(_ planned: PlannedFlow, _ key: FlowKey?) {
        guard let key else { return }
        touched.insert(key)
        if let id = planned.before?.id?.value ?? flows[key]?.id { destroyedIDs[id] = key }
        let triggers = flows[key]?.triggers ?? []
        flows[key] = nil
        destroyed.append((key, planned.address))
        for trigger in triggers { keepStray(trigger, starting: key) }
    }

    /// Adds a flow that the plan doesn't change; its snapshot, if there is one, is more exact than its file.
    private mutating func addUntouched(_ planned: PlannedFlow, _ before: FlowKey?) {
        guard let key = before ?? file(of: planned)?.key else { return }
        keysAfter[planned.address] = key
        if let id = planned.after?.id?.value { idsAfter[id] = key }
        if isState { touched.insert(key) }
        guard flows[key] == nil else { return }
        guard var flow = file(of: planned), flow.key == key else {
            if isState { addUndecided(planned, key) }
            return
        }
        flow.id = planned.after?.id?.value
        addOpening(of: planned, flow, before)
        flows[key] = flow
    }

    /// Adds a flow whose state after the apply is unknown; its current state doesn't show it.
    private mutating func addUndecided(_ planned: PlannedFlow, _ before: FlowKey?) {
        keysAfter[planned.address] = before
        hasUnknownFlow = true
        if let before {
            touched.insert(before)
            undecided.insert(before)
        }
        if let problem = files.problems[planned.address] {
            // A file of several flows is reported once.
            if !problems.contains(problem) { problems.append(problem) }
        } else {
            let reason = files.reasons[planned.address] ?? "the flow's file contains another flow"
            addUnknown(
                "\(planned.address) was not checked: \(reason)",
                fix: "make the plan where the flow's file exists, or check the org once the plan is applied",
                flow: before
            )
        }
    }

    private mutating func addPlanned(_ planned: PlannedFlow, _ before: FlowKey?) {
        guard var flow = file(of: planned) else { return addUndecided(planned, before) }
        if let before { touched.insert(before) }
        touched.insert(flow.key)
        flow.id = planned.after?.id?.value
        addOpening(of: planned, flow, before)
        if planned.action == .update, let before, before != flow.key {
            // The provider only notices the other name at apply: it creates a new flow, and until the next plan all
            // triggers keep the old one's id.
            keysAfter[planned.address] = before
            flow.id = nil
            flow.lostID = planned.before?.id?.value
            renamed.append((planned.address, before, flow.key, flow.file))
        } else {
            keysAfter[planned.address] = flow.key
            if planned.action == .replace || planned.action == .replaceAndForget {
                flow.lostID = planned.before?.id?.value ?? before.flatMap { flows[$0]?.id }
            }
            if planned.action == .replace { destroy(planned, before) }
            if planned.action == .update { republished[flow.key] = planned.address }
        }
        // An existing flow with that name is published again, and keeps its triggers.
        flow.triggers = flows[flow.key]?.triggers ?? []
        if let id = flow.id { idsAfter[id] = flow.key }
        flows[flow.key] = flow
    }

    /// The flow in a planned flow's file; one whose name depends on a placeholder keeps its name if that matches.
    private func file(of planned: PlannedFlow) -> Flow? {
        guard var flow = files.flows[planned.address] else { return nil }
        let before = planned.before?.key
        if let name = files.openings[planned.address]?.name, let before, before.type == flow.key.type,
            name.mayBe(before.name)
        {
            flow.key = before
        }
        return flow
    }

    /// Adds what is unknown because of placeholders in a flow's file, and the placeholders that nothing fills.
    private mutating func addOpening(of planned: PlannedFlow, _ flow: Flow, _ before: FlowKey?) {
        guard let opening = files.openings[planned.address] else { return }
        // An unchanged file was already published.
        for leftover in planned.action == .noop ? [] : opening.leftovers {
            addStep(
                planned.address,
                flow.key,
                in: flow.file,
                at: leftover.position,
                .leaves(leftover, unused: opening.unusedKeys)
            )
        }
        for value in opening.values {
            addUnknown(
                "the value of placeholder '{{\(value.key)}}' in \(planned.address) is \(value.reason)",
                fix: Trigger.OpenSettings.fix,
                flow: flow.key,
                at: flow.file.map { Place(file: $0, position: value.position) }
            )
        }
        guard let name = opening.name else { return }
        openNames.append((FlowKey(type: flow.key.type, name: name.text), name))
        guard flow.key == before else { return }
        addUnknown(
            "the flow \(planned.address) may get another name than '\(flow.key.name)': its file says '\(name.text)'",
            fix: Trigger.OpenSettings.fix,
            flow: flow.key,
            at: flow.file.map { Place(file: $0) }
        )
    }

    /// Adds which triggers still start the old flow of a renamed one.
    private mutating func addRenames() {
        for (address, old, new, file) in renamed {
            let triggers = (flows[old]?.triggers ?? []).filter { !$0.open.contains(.target) }.map(\.name)
            let names = Set(triggers + (lookedFor[old] ?? [])).sorted()
            addStep(address, new, in: file, .leavesBehind(old, making: new, triggers: names))
        }
    }

    /// Marks the flow of a contract as unknown if a planned flow, whose name isn't known yet, may get that flow's name.
    private mutating func doubtContractsOfOpenNames() {
        for contract in contracts {
            guard let key = contract.flowKey(in: environment), flows[key] == nil else { continue }
            let mayBeThere = openNames.contains { $0.key.type == key.type && $0.name.mayBe(key.name) }
            if mayBeThere { undecided.insert(key) }
        }
    }

    /// Adds who still uses a destroyed flow.
    ///
    /// - Parameters:
    ///   - key: The flow.
    ///   - address: The resource's address.
    ///   - triggers: The triggers that keep its id.
    private mutating func addDestroyed(_ key: FlowKey, at address: String, triggers: [Trigger]) {
        if flows[key] == nil {
            for contract in contracts where contract.flowKey(in: environment) == key {
                addStep(address, key, contract: contract, .destroys(key))
            }
        }
        for trigger in triggers { addStep(address, key, trigger: trigger.name, .destroys(key)) }
    }
}

extension FlowSettings {
    /// The flow's type and name in the org, or `nil` if either is unknown.
    var key: FlowKey? {
        guard let type = type?.value, let name = name?.value else { return nil }
        return FlowKey(type: type, name: name)
    }
}

// MARK: - Triggers

extension PlannedEnvironmentBuilder {
    /// Whether the plan decides what a trigger will be, rather than the snapshots.
    private func replacesSnapshot(_ planned: PlannedTrigger) -> Bool {
        planned.action != .forget && (planned.action != .noop || isState)
    }

    /// Removes a trigger that the plan changes or destroys; its new state is added later.
    mutating func remove(_ planned: PlannedTrigger) {
        guard replacesSnapshot(planned), let before = planned.before, let name = before.name.value else { return }
        let isSame = { (trigger: Trigger) in
            trigger.name == name && (before.topic.value.map { $0 == trigger.topic } ?? true)
        }
        for key in home(of: before, named: name) {
            guard let triggers = flows[key]?.triggers, triggers.contains(where: isSame) else { continue }
            flows[key]?.triggers = triggers.filter { !isSame($0) }
            removed[planned.address, default: []] += triggers.filter(isSame).map { (key, $0) }
            touched.insert(key)
        }
        stray?.removeAll(where: isSame)
    }

    /// The flows whose snapshots have a trigger: the flow that the trigger starts, or else all flows with a trigger of
    /// that name.
    private func home(of before: TriggerSettings, named name: String) -> Set<FlowKey> {
        let candidates = homes[name] ?? []
        let key: FlowKey? =
            switch before.target {
            case .flowAddress(let address): keysBefore[address]
            case .id(let id): idsBefore[id]
            case .dataSource(let type, let name): FlowKey(type: type ?? .workflow, name: name)
            case .unknown: nil
            }
        guard let key, candidates.contains(key) else { return candidates }
        return [key]
    }

    mutating func add(_ planned: PlannedTrigger) {
        guard let settings = planned.after, planned.action != .forget else { return }
        if planned.action != .noop { addTiming(settings, at: planned.address) }
        let isPlanned = replacesSnapshot(planned)
        var trigger = trigger(settings, at: planned.address)
        if trigger.open.contains(.name), let name = planned.before?.name.value { trigger.name = name }
        do throws(Undecided) {
            let target = try target(of: settings)
            guard add(trigger, starting: target, isPlanned: isPlanned), !trigger.open.isEmpty else { return }
            addUnknown(
                "\(planned.address) was not fully checked: \(settings.openPhrases.joined(separator: ", "))",
                fix: Trigger.OpenSettings.fix,
                flow: target.key
            )
        } catch {
            if let key = error.flow { lookedFor[key, default: []].append(trigger.name) }
            // An unchanged trigger only matters to a flow that changes.
            guard isPlanned || error.flow.map(touched.contains) == true else { return }
            if let key = error.flow { touched.insert(key) }
            keep(trigger, of: planned, error)
        }
    }

    /// Keeps a trigger that starts an unknown or nonexistent flow.
    private mutating func keep(_ trigger: Trigger, of planned: PlannedTrigger, _ error: Undecided) {
        var trigger = trigger
        trigger.target = error.lost
        if error.lost == nil { trigger.open.insert(.target) } else { lost.append(trigger) }
        let homes = error.lost == nil ? removed[planned.address] ?? [] : []
        for (key, old) in homes {
            // It still exists: other triggers are checked together with it, and it isn't reported as removed.
            guard let others = flows[key]?.triggers else { continue }
            trigger.position = old.position
            flows[key]?.triggers = (others + [trigger]).inOrder
        }
        if homes.isEmpty { stray = stray.map { $0 + [trigger] } }
        for contract in contracts where contract.triggers.contains(where: { $0.name(in: environment) == trigger.name })
        {
            if let key = contract.flowKey(in: environment), flows[key] != nil { touched.insert(key) }
        }
        guard error.lost == nil else { return }
        addUnknown("\(planned.address) was not fully checked: \(error.reason)", fix: error.fix, flow: error.flow)
    }

    private mutating func addTiming(_ settings: TriggerSettings, at address: String) {
        let timing = PlannedStep.Event.timing(
            ttl: settings.eventTTLSeconds.value.flatMap(\.self),
            delay: settings.delayBySeconds.value.flatMap(\.self)
        )
        addStep(address, nil, trigger: settings.name.value, timing)
    }

    /// Adds a trigger to the flow that it starts.
    ///
    /// - Returns: Whether the plan decides what the trigger is, rather than a snapshot.
    private mutating func add(_ trigger: Trigger, starting target: Target, isPlanned: Bool) -> Bool {
        guard case .present(let key) = target, var flow = flows[key] else {
            // The flow is destroyed, and the trigger keeps its id; the snapshots may already say so.
            let isKnown = stray?.contains { $0.name == trigger.name && $0.target == .flow(target.key) } ?? false
            if !isKnown { keepStray(trigger, starting: target.key) }
            return isPlanned
        }
        if isPlanned { touched.insert(key) }
        guard isPlanned || !flow.triggers.contains(where: { $0.name == trigger.name }) else { return false }
        if isPlanned { locate(&flow) }
        flow.triggers = (flow.triggers + [trigger]).inOrder
        flows[key] = flow
        return touched.contains(key)
    }

    /// Sets a flow's place to where its planned trigger can be fixed; the snapshot has the old trigger.
    private func locate(_ flow: inout Flow) {
        let place = paths[flow.key] ?? file
        guard flow.file != place else { return }
        flow.file = place
        for index in flow.inputs.indices { flow.inputs[index].position = nil }
        for index in flow.triggers.indices { flow.triggers[index].position = nil }
    }

    private mutating func keepStray(_ trigger: Trigger, starting key: FlowKey) {
        var trigger = trigger
        trigger.target = .flow(key)
        stray = (stray ?? []) + [trigger]
    }
}

// MARK: The values of a plan's settings

extension PlannedEnvironmentBuilder {
    /// Why it's unknown until apply which flow a trigger starts.
    struct Undecided: Error {
        var reason: String
        var flow: FlowKey?
        var fix = Trigger.OpenSettings.fix
        /// The target, if it's known not to exist.
        var lost: Trigger.Target?
    }

    private enum Target {
        case present(FlowKey)
        case destroyed(FlowKey)

        var key: FlowKey {
            switch self {
            case .present(let key), .destroyed(let key): key
            }
        }
    }

    /// The trigger in the form of the snapshots, with its unknown settings marked.
    func trigger(_ settings: TriggerSettings, at address: String) -> Trigger {
        var trigger = Trigger(
            name: settings.name.value ?? address,
            topic: settings.topic.value ?? Trigger.openTopic,
            dataFormat: settings.dataFormat.value.flatMap(\.self),
            isEnabled: settings.isEnabled.value ?? true,
            match: settings.match.value ?? [],
            eventTTLSeconds: settings.eventTTLSeconds.value.flatMap(\.self),
            delayBySeconds: settings.delayBySeconds.value.flatMap(\.self)
        )
        for (setting, _, reason) in settings.parts where reason != nil { trigger.open.insert(setting) }
        return trigger
    }

    private func target(of settings: TriggerSettings) throws(Undecided) -> Target {
        let key: FlowKey
        switch settings.target {
        case .flowAddress(let address):
            guard let known = keysAfter[address] else {
                throw Undecided(reason: "the trigger's flow, \(address), is unknown")
            }
            key = known
        case .dataSource(let type, let name): key = FlowKey(type: type ?? .workflow, name: name)
        case .id(let id):
            if let key = destroyedIDs[id] { return .destroyed(key) }
            guard let known = idsAfter[id] else { throw stranger(id) }
            key = known
        case .unknown(let reason): throw Undecided(reason: "the trigger's flow is unknown: \(reason)")
        }
        if flows[key] != nil { return .present(key) }
        if destroyed.contains(where: { $0.key == key }) { return .destroyed(key) }
        // The unknown state of an existing flow is already reported.
        if undecided.contains(key) { throw Undecided(reason: "the trigger's flow was not checked", flow: key) }
        throw stranger(key, isLookedUp: settings.targetID.value == nil)
    }
}

// MARK: Flows that neither the plan nor the environment has

extension PlannedEnvironmentBuilder {
    private var isWhole: Bool { snapshots.map { $0.problems.isEmpty && !$0.flows.isEmpty } ?? false }

    private func stranger(_ id: FlowID) -> Undecided {
        // A known id can't be that of a flow that doesn't exist yet.
        let listed = snapshots?.entries ?? []
        let knowsEveryID =
            isWhole && filter.isOpen && snapshots?.flows.allSatisfy { $0.id != nil } == true
            && listed.allSatisfy { $0.id != nil && $0.id != id }
        return stranger(
            "neither a snapshot nor the plan has a flow with the id \(id)",
            nil,
            lost: knowsEveryID ? .id(id) : nil
        )
    }

    /// The error for a flow that neither the plan nor a snapshot has.
    ///
    /// - Parameters:
    ///   - key: The flow.
    ///   - isLookedUp: Whether Terraform still has to look the flow up by name; otherwise it exists.
    /// - Returns: The unknown, or the target that doesn't exist.
    private func stranger(_ key: FlowKey, isLookedUp: Bool) -> Undecided {
        let mayBePlanned = hasUnknownFlow || openNames.contains { $0.key.type == key.type && $0.name.mayBe(key.name) }
        let isSeen = filter.divisions.isEmpty && filter.admits(key, division: nil)
        let isListed = snapshots?.entries.contains { $0.key == key } ?? false
        let isLost = isLookedUp && isWhole && isSeen && !mayBePlanned && !isListed
        return stranger(
            "neither a snapshot nor the plan has the trigger's flow, '\(key)'",
            key,
            lost: isLost ? .flow(key) : nil
        )
    }

    private func stranger(_ reason: String, _ key: FlowKey?, lost: Trigger.Target?) -> Undecided {
        let isListed = key.map { key in snapshots?.entries.contains { $0.key == key } ?? false } ?? false
        let fix =
            isListed
            ? "export the flow, and take the environment's snapshots again"
            : isWhole
                ? "correct the trigger's target, or include the flow under `flows` in flowdrift.yaml and take the "
                    + "snapshots again"
                : "take the environment's snapshots, and check the plan again"
        return Undecided(reason: reason, flow: key, fix: fix, lost: lost)
    }
}

extension TriggerSettings {
    /// The settings that may be unknown: each with the beginning of a phrase, and the reason if it's unknown.
    fileprivate var parts: [(setting: Trigger.OpenSettings, phrase: String, reason: UnknownReason?)] {
        [
            (.name, "its name is", name.unknownReason),
            (.topic, "its topic is", topic.unknownReason),
            (.dataFormat, "its data format is", dataFormat.unknownReason),
            (.isEnabled, "whether it is enabled is", isEnabled.unknownReason),
            (.match, "its criteria are", match.unknownReason),
            (.eventTTLSeconds, "its time to live is", eventTTLSeconds.unknownReason),
            (.delayBySeconds, "its delay is", delayBySeconds.unknownReason),
        ]
    }

    /// The unknown settings as phrases: `its criteria are not known until apply`.
    fileprivate var openPhrases: [String] {
        parts.compactMap { part in part.reason.map { "\(part.phrase) \($0)" } }
    }
}
