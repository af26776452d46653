extension PlannedEnvironmentBuilder {
    /// Adds a flow of the plan.
    mutating func add(_ planned: PlannedFlow) {
        let before = planned.before?.key
        if let flow = files.flows[planned.address] { paths[flow.key] = flow.file }
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
        guard let key = before ?? files.flows[planned.address]?.key else { return }
        keysAfter[planned.address] = key
        if let id = planned.after?.id?.value { idsAfter[id] = key }
        if isState { touched.insert(key) }
        guard flows[key] == nil else { return }
        guard var flow = files.flows[planned.address], flow.key == key else {
            if isState { addUndecided(planned, key) }
            return
        }
        flow.id = planned.after?.id?.value
        flows[key] = flow
    }

    /// A flow of which nobody can tell what it becomes: what is known of it now says nothing about then.
    private mutating func addUndecided(_ planned: PlannedFlow, _ before: FlowKey?) {
        keysAfter[planned.address] = before
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
        guard var flow = files.flows[planned.address] else { return addUndecided(planned, before) }
        if let before { touched.insert(before) }
        touched.insert(flow.key)
        flow.id = planned.after?.id?.value
        if planned.action == .update, let before, before != flow.key {
            // The provider finds the other name only at apply: it makes a new flow, and until the next plan every
            // trigger keeps the old one's id.
            keysAfter[planned.address] = before
            flow.id = nil
            addStep(planned.address, flow.key, in: flow.file, .leavesBehind(before, making: flow.key))
        } else {
            keysAfter[planned.address] = flow.key
            if planned.action == .replace { destroy(planned, before) }
            if planned.action == .update { republished[flow.key] = planned.address }
        }
        // A flow of that name that is there already is published anew, and keeps its triggers.
        flow.triggers = flows[flow.key]?.triggers ?? []
        if let id = flow.id { idsAfter[id] = flow.key }
        flows[flow.key] = flow
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
