extension PlannedEnvironmentBuilder {
    /// Adds what the plan says of changes outside Terraform.
    mutating func addDrift() {
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
        return ["the flow was '\(old)', is now '\(new)'"]
    }

    private func changes(of drifted: PlannedTrigger) -> [String] {
        guard let before = drifted.before, let after = drifted.after else { return ["the trigger is gone"] }
        var changes: [String] = []
        let (old, new) = (trigger(before, at: drifted.address), trigger(after, at: drifted.address))
        if old.open.isEmpty, new.open.isEmpty, old.interface != new.interface {
            changes = [FlowChange.triggerChanged(from: old.interface, to: new.interface).phrase]
        }
        if let old = before.targetID.value, let new = after.targetID.value, old != new {
            changes.append("it started the flow of id \(old), and starts that of id \(new)")
        }
        return changes
    }
}
