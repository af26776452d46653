extension PlannedEnvironmentBuilder {
    /// Whether the plan says what a trigger will be, so that it counts and not what the snapshots have.
    private func replacesSnapshot(_ planned: PlannedTrigger) -> Bool {
        planned.action != .forget && (planned.action != .noop || isState)
    }

    /// Takes out what the plan changes or destroys; what it leaves is added after.
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

    /// The flows that have a trigger in their snapshots: the one that it starts, or else all with one of that name.
    private func home(of before: PlannedTrigger.Settings, named name: String) -> Set<FlowKey> {
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

    /// Adds a trigger as the plan leaves it.
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
                "what \(planned.address) does: \(settings.openPhrases.joined(separator: ", "))",
                wayOut: Trigger.OpenSettings.wayOut,
                flow: target.key
            )
        } catch {
            if let key = error.flow { lookedFor[key, default: []].append(trigger.name) }
            // A trigger that stays as it is matters only to a flow that does not.
            guard isPlanned || error.flow.map(touched.contains) == true else { return }
            if let key = error.flow { touched.insert(key) }
            keep(trigger, of: planned, error)
        }
    }

    /// Keeps a trigger of which nobody can tell what it starts, or that starts what does not exist.
    private mutating func keep(_ trigger: Trigger, of planned: PlannedTrigger, _ error: Undecided) {
        var trigger = trigger
        trigger.target = error.lost
        if error.lost == nil { trigger.open.insert(.target) } else { lost.append(trigger) }
        let homes = error.lost == nil ? removed[planned.address] ?? [] : []
        for (key, old) in homes {
            // It is there all the same: other triggers are judged beside it, and nobody calls it gone.
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
        addUnknown("what \(planned.address) does: \(error.reason)", wayOut: error.wayOut, flow: error.flow)
    }

    private mutating func addTiming(_ settings: PlannedTrigger.Settings, at address: String) {
        let timing = PlannedStep.Event.timing(
            ttl: settings.eventTTLSeconds.value.flatMap(\.self),
            delay: settings.delayBySeconds.value.flatMap(\.self)
        )
        addStep(address, nil, trigger: settings.name.value, timing)
    }

    /// Adds a trigger to the flow that it starts.
    ///
    /// - Returns: Whether the plan says what the trigger is, and not a snapshot.
    private mutating func add(_ trigger: Trigger, starting target: Target, isPlanned: Bool) -> Bool {
        guard case .present(let key) = target, var flow = flows[key] else {
            // The flow is destroyed, and the trigger keeps its id; the snapshots may say so already.
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

    /// Places a flow where its planned trigger can be mended: a snapshot shows the trigger as it was.
    private func locate(_ flow: inout Flow) {
        let place = paths[flow.key] ?? file
        guard flow.file != place else { return }
        flow.file = place
        for index in flow.inputs.indices { flow.inputs[index].position = nil }
        for index in flow.triggers.indices { flow.triggers[index].position = nil }
    }

    /// Keeps a trigger whose flow is destroyed.
    mutating func keepStray(_ trigger: Trigger, starting key: FlowKey) {
        var trigger = trigger
        trigger.target = .flow(key)
        stray = (stray ?? []) + [trigger]
    }
}

// MARK: What a plan's settings come to

extension PlannedEnvironmentBuilder {
    /// Why nobody can tell before apply what a trigger starts.
    struct Undecided: Error {
        var reason: String
        var flow: FlowKey?
        var wayOut = Trigger.OpenSettings.wayOut
        /// What it starts, where that is known not to exist.
        var lost: Trigger.Target?
    }

    /// The flow that a trigger starts.
    private enum Target {
        case present(FlowKey)
        /// The trigger keeps the id of a flow that the plan destroys.
        case destroyed(FlowKey)

        var key: FlowKey {
            switch self {
            case .present(let key), .destroyed(let key): key
            }
        }
    }

    /// A trigger in the words of the snapshots, with what the plan doesn't tell of it.
    func trigger(_ settings: PlannedTrigger.Settings, at address: String) -> Trigger {
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

    private func target(of settings: PlannedTrigger.Settings) throws(Undecided) -> Target {
        let key: FlowKey
        switch settings.target {
        case .flowAddress(let address):
            guard let known = keysAfter[address] else {
                throw Undecided(reason: "nothing is known of its flow, \(address)")
            }
            key = known
        case .dataSource(let type, let name): key = FlowKey(type: type ?? .workflow, name: name)
        case .id(let id):
            if let key = destroyedIDs[id] { return .destroyed(key) }
            guard let known = idsAfter[id] else { throw stranger(id) }
            key = known
        case .unknown(let reason): throw Undecided(reason: "its flow is not known: \(reason)")
        }
        if flows[key] != nil { return .present(key) }
        if destroyed.contains(where: { $0.key == key }) { return .destroyed(key) }
        // What becomes of a flow that is there, and nobody can tell, is said already.
        if undecided.contains(key) { throw Undecided(reason: "what its flow becomes is not known", flow: key) }
        throw stranger(key, isLookedUp: settings.targetID.value == nil)
    }
}

// MARK: Flows that neither the plan nor the environment has

extension PlannedEnvironmentBuilder {
    /// Whether the snapshots are there, and whole.
    private var isWhole: Bool { snapshots.map { $0.problems.isEmpty && !$0.flows.isEmpty } ?? false }

    private func stranger(_ id: FlowID) -> Undecided {
        // An id that is known already is none of a flow that is yet to be made.
        let listed = snapshots?.entries ?? []
        let knowsEveryID =
            isWhole && filter.isOpen && snapshots?.flows.allSatisfy { $0.id != nil } == true
            && listed.allSatisfy { $0.id != nil && $0.id != id }
        return stranger("no flow that is known has the id \(id)", nil, lost: knowsEveryID ? .id(id) : nil)
    }

    /// What to say of a flow of which neither the plan nor a snapshot tells anything.
    ///
    /// - Parameters:
    ///   - key: The flow.
    ///   - isLookedUp: Whether Terraform has yet to look the flow up by its name; what it has found is there.
    /// - Returns: What is not known, or what the trigger starts that does not exist.
    private func stranger(_ key: FlowKey, isLookedUp: Bool) -> Undecided {
        let mayBePlanned = hasUnknownFlow || openNames.contains { $0.key.type == key.type && $0.name.mayBe(key.name) }
        let isSeen = filter.divisions.isEmpty && filter.admits(key, division: nil)
        let isListed = snapshots?.entries.contains { $0.key == key } ?? false
        let isLost = isLookedUp && isWhole && isSeen && !mayBePlanned && !isListed
        return stranger("nothing is known of its flow, '\(key)'", key, lost: isLost ? .flow(key) : nil)
    }

    private func stranger(_ reason: String, _ key: FlowKey?, lost: Trigger.Target?) -> Undecided {
        let isListed = key.map { key in snapshots?.entries.contains { $0.key == key } ?? false } ?? false
        let wayOut =
            isListed
            ? "export the flow, and take the environment's snapshots again"
            : isWhole
                ? "correct it, or let 'flows' in flowdrift.yaml include it, and take the snapshots again"
                : "take the environment's snapshots, and judge the plan again"
        return Undecided(reason: reason, flow: key, wayOut: wayOut, lost: lost)
    }
}

extension PlannedTrigger.Settings {
    /// The settings that a plan may not tell: each with the beginning of a phrase, and why it is not known, if it isn't.
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

    /// What the plan doesn't tell, as phrases: `its criteria are not known until apply`.
    fileprivate var openPhrases: [String] {
        parts.compactMap { part in part.reason.map { "\(part.phrase) \($0)" } }
    }
}
