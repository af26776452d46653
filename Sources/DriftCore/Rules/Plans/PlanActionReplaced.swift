extension Rules {
    static let planActionReplaced = Rule<PlannedStep>(
        id: "plan-action-replaced",
        severity: .warning,
        summary: "A data action gets another id, and a flow that calls it is not published again",
        explanation: """
            A change of a data action's contract, integration or security setting makes the provider create a new \
            action with a new id and delete the old one. A published flow calls an action by its id. The flow keeps \
            the old id until somebody publishes it again, so its call may fail.

            Publish the flow in the same plan, for example by a changed file_content_hash, or directly afterwards in \
            Architect.
            """
    ) { step in
        guard case .replacesAction(let name, callers: let callers) = step.event else { return [] }
        return callers.map { caller in
            step.evidence(
                "\(step.address) is created anew, so data action '\(name)' gets another id; the plan does not publish "
                    + "'\(caller)', which calls it by the old id",
                on: "\(step.address) \(caller)",
                fix: "publish '\(caller)' again in the same plan, or after the apply"
            )
        }
    }
}
