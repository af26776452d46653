import SourceText

extension PlannedEnvironmentBuilder {
    /// Adds a flow of the plan.
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

    /// A flow that the plan leaves alone: its snapshot tells more than its file, where there is one.
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

    /// A flow of which nobody can tell what it becomes: what is known of it now says nothing about then.
    private mutating func addUndecided(_ planned: PlannedFlow, _ before: FlowKey?) {
        keysAfter[planned.address] = before
        hasUnknownFlow = true
        if let before {
            touched.insert(before)
            undecided.insert(before)
        }
        if let problem = files.problems[planned.address] {
            // A file of many flows is one problem.
            if !problems.contains(problem) { problems.append(problem) }
        } else {
            let reason = files.reasons[planned.address] ?? "its file holds another flow"
            addUnknown(
                "what \(planned.address) becomes: \(reason)",
                wayOut: "plan with the file at hand, or check the org once it is applied",
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
            // The provider finds the other name only at apply: it makes a new flow, and until the next plan every
            // trigger keeps the old one's id.
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
        // A flow of that name that is there already is published anew, and keeps its triggers.
        flow.triggers = flows[flow.key]?.triggers ?? []
        if let id = flow.id { idsAfter[id] = flow.key }
        flows[flow.key] = flow
    }

    /// What a flow's file holds; a flow whose name is open keeps the one that it has, until somebody can tell.
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

    /// Adds what the placeholders of a flow's file leave open, and those that nothing fills.
    private mutating func addOpening(of planned: PlannedFlow, _ flow: Flow, _ before: FlowKey?) {
        guard let opening = files.openings[planned.address] else { return }
        // What stays as it is was published already.
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
                "what \(planned.address) holds for '{{\(value.key)}}': its value is \(value.reason)",
                wayOut: Trigger.OpenSettings.wayOut,
                flow: flow.key,
                at: flow.file.map { Place(file: $0, position: value.position) }
            )
        }
        guard let name = opening.name else { return }
        openNames.append((FlowKey(type: flow.key.type, name: name.text), name))
        guard flow.key == before else { return }
        addUnknown(
            "whether \(planned.address) keeps its name, '\(flow.key.name)': its file has '\(name.text)'",
            wayOut: Trigger.OpenSettings.wayOut,
            flow: flow.key,
            at: flow.file.map { Place(file: $0) }
        )
    }

    /// Says which triggers still start the flow that a renamed one leaves behind.
    mutating func addRenames() {
        for (address, old, new, file) in renamed {
            let triggers = (flows[old]?.triggers ?? []).filter { !$0.open.contains(.target) }.map(\.name)
            let names = Set(triggers + (lookedFor[old] ?? [])).sorted()
            addStep(address, new, in: file, .leavesBehind(old, making: new, triggers: names))
        }
    }

    /// Doubts each contract whose flow a planned one may turn out to be, once its name is known.
    mutating func doubtContractsOfOpenNames() {
        for contract in contracts {
            guard let key = contract.flowKey(in: environment), flows[key] == nil else { continue }
            let mayBeThere = openNames.contains { $0.key.type == key.type && $0.name.mayBe(key.name) }
            if mayBeThere { undecided.insert(key) }
        }
    }

    /// Says who still uses a flow that is destroyed.
    ///
    /// - Parameters:
    ///   - key: The flow.
    ///   - address: The resource's address.
    ///   - triggers: The triggers that keep the id that it had.
    mutating func addDestroyed(_ key: FlowKey, at address: String, triggers: [Trigger]) {
        if flows[key] == nil {
            for contract in contracts where contract.flowKey(in: environment) == key {
                addStep(address, key, contract: contract, .destroys(key))
            }
        }
        for trigger in triggers { addStep(address, key, trigger: trigger.name, .destroys(key)) }
    }
}

extension PlannedFlow.Settings {
    /// The flow's type and name, as the org has them; nil where either is not known.
    var key: FlowKey? {
        guard let type = type?.value, let name = name?.value else { return nil }
        return FlowKey(type: type, name: name)
    }
}
