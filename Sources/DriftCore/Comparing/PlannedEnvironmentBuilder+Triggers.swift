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
        do throws(Undecided) {
            let target = try target(of: settings)
            do throws(Undecided) {
                add(try trigger(settings), starting: target, isPlanned: replacesSnapshot(planned))
            } catch {
                throw Undecided(reason: error.reason, flow: target.key, wayOut: error.wayOut)
            }
        } catch {
            // A trigger that stays as it is matters only to a flow that does not.
            guard replacesSnapshot(planned) || error.flow.map(touched.contains) == true else { return }
            undecidedTriggers.formUnion([settings.name.value, planned.before?.name.value].compactMap(\.self))
            if let key = error.flow { touched.insert(key) }
            // It is there all the same: other triggers are judged beside it, and nobody calls it gone.
            for (key, trigger) in removed[planned.address] ?? [] {
                guard let others = flows[key]?.triggers else { continue }
                flows[key]?.triggers = (others + [trigger]).inOrder
            }
            addUnknown("what \(planned.address) does: \(error.reason)", wayOut: error.wayOut, flow: error.flow)
        }
    }

    private mutating func addTiming(_ settings: PlannedTrigger.Settings, at address: String) {
        let timing = PlannedStep.Event.timing(
            ttl: settings.eventTTLSeconds.value.flatMap(\.self),
            delay: settings.delayBySeconds.value.flatMap(\.self)
        )
        addStep(address, nil, trigger: settings.name.value, timing)
    }

    private mutating func add(_ trigger: Trigger, starting target: Target, isPlanned: Bool) {
        guard case .present(let key) = target, var flow = flows[key] else {
            // The flow is destroyed, and the trigger keeps its id; the snapshots may say so already.
            let isKnown = stray?.contains { $0.name == trigger.name && $0.target == .flow(target.key) } ?? false
            if !isKnown { keepStray(trigger, starting: target.key) }
            return
        }
        if isPlanned { touched.insert(key) }
        guard isPlanned || !flow.triggers.contains(where: { $0.name == trigger.name }) else { return }
        if isPlanned { locate(&flow) }
        flow.triggers = (flow.triggers + [trigger]).inOrder
        flows[key] = flow
        stray = stray ?? []
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
    /// Why a trigger cannot be told before apply.
    struct Undecided: Error {
        var reason: String
        var flow: FlowKey?
        var wayOut = "apply it, and check the org with --live"
    }

    /// A flow of which neither the plan nor a snapshot tells anything.
    private static func stranger(_ reason: String, _ key: FlowKey? = nil) -> Undecided {
        Undecided(reason: reason, flow: key, wayOut: "take the environment's snapshots, and judge the plan again")
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

    /// A trigger in the words of the snapshots.
    func trigger(_ settings: PlannedTrigger.Settings) throws(Undecided) -> Trigger {
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
            guard let known = idsAfter[id] else { throw Self.stranger("no flow that is known has the id \(id)") }
            key = known
        case .unknown(let reason): throw Undecided(reason: "its flow is not known: \(reason)")
        }
        if flows[key] != nil { return .present(key) }
        if destroyed.contains(where: { $0.key == key }) { return .destroyed(key) }
        // What becomes of a flow that is there, and nobody can tell, is said already.
        if undecided.contains(key) { throw Undecided(reason: "what its flow becomes is not known", flow: key) }
        throw Self.stranger("nothing is known of its flow, '\(key)'", key)
    }
}
