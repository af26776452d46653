/// Combines the flows and triggers of a Terraform file.
struct TerraformPlanBuilder {
    private let document: TerraformDocument
    private var targets: TerraformTargets

    init(_ document: TerraformDocument) {
        self.document = document
        targets = TerraformTargets(document)
    }

    mutating func plan() -> TerraformPlan {
        let untouched = untouched
        let triggers = document.changes.compactMap { trigger($0) } + untouched.compactMap { trigger($0) }
        let deferrals = document.deferrals.filter { $0.identity.kind != .lookup }
        return TerraformPlan(
            origin: document.origin,
            flows: inOrder(document.changes.compactMap(flow) + untouched.compactMap(flow)),
            triggers: inOrder(triggers),
            driftedFlows: inOrder(document.drift.compactMap(flow)),
            driftedTriggers: inOrder(document.drift.compactMap { trigger($0, isDrift: true) }),
            deferrals: deferrals.map { TerraformPlan.Deferral(address: $0.identity.text, reason: $0.reason) }
                .sorted { $0.address < $1.address },
            actions: document.actions.sorted { $0.address < $1.address },
            isComplete: document.isComplete && document.deferrals.isEmpty
        )
    }

    /// The objects that a file lists without a change.
    ///
    /// These are all objects of a state, those that `-target` excludes, and all objects of a plan that only refreshes.
    private var untouched: [TerraformObjects.Object] {
        let changed = Set(document.changes.map(\.identity.objectKey))
        return document.objects.filter { !changed.contains($0.identity.objectKey) }
    }

    private func flow(_ change: TerraformChange) -> PlannedFlow? {
        guard change.identity.kind == .flow else { return nil }
        return PlannedFlow(
            address: change.identity.text,
            deposedKey: change.identity.deposedKey,
            action: change.action,
            before: change.before?.flow?.settings,
            after: change.after?.flow?.settings
        )
    }

    private func flow(_ object: TerraformObjects.Object) -> PlannedFlow? {
        guard let settings = object.entity.flow?.settings else { return nil }
        return PlannedFlow(
            address: object.identity.text,
            deposedKey: object.identity.deposedKey,
            action: .noop,
            before: settings,
            after: settings
        )
    }

    /// A trigger; if it drifted, its target is resolved as before the apply.
    private mutating func trigger(_ change: TerraformChange, isDrift: Bool = false) -> PlannedTrigger? {
        guard change.identity.kind == .trigger else { return nil }
        let after = change.after?.trigger.map { state in
            let target =
                isDrift ? targets.targetBefore(state) : targets.targetAfter(state, at: change.identity.address)
            return state.settings(target: target)
        }
        return PlannedTrigger(
            address: change.identity.text,
            deposedKey: change.identity.deposedKey,
            action: change.action,
            before: change.before?.trigger.map { $0.settings(target: targets.targetBefore($0)) },
            after: after
        )
    }

    private mutating func trigger(_ object: TerraformObjects.Object) -> PlannedTrigger? {
        guard let state = object.entity.trigger else { return nil }
        return PlannedTrigger(
            address: object.identity.text,
            deposedKey: object.identity.deposedKey,
            action: .noop,
            before: state.settings(target: targets.targetBefore(state)),
            after: state.settings(target: targets.targetAfter(state, at: object.identity.address))
        )
    }

    private func inOrder(_ flows: [PlannedFlow]) -> [PlannedFlow] {
        flows.sorted { ($0.address, $0.deposedKey ?? "") < ($1.address, $1.deposedKey ?? "") }
    }

    private func inOrder(_ triggers: [PlannedTrigger]) -> [PlannedTrigger] {
        triggers.sorted { ($0.address, $0.deposedKey ?? "") < ($1.address, $1.deposedKey ?? "") }
    }
}

extension TerraformIdentity {
    /// Identifies an object.
    fileprivate var objectKey: [String] { [text, deposedKey ?? ""] }
}
