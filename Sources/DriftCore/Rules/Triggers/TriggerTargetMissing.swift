extension Rules {
    static let triggerTargetMissing = Rule<StrayTriggers>(
        id: "trigger-target-missing",
        severity: .error,
        summary: "A trigger starts a flow that does not exist",
        explanation: """
            The flow was deleted, or created again with another id, and the trigger still has the old id. The \
            trigger's events are lost. flowdrift also does not see a flow if its role in the org does not cover the \
            flow's division. If the flows' ids are unknown, as in a folder that has only exports, this is not checked. \
            A Terraform plan may look the flow up by name. If neither the plan nor the environment has a flow of that \
            name, the apply fails.

            Point the trigger at the flow's current id, correct the name, or remove the trigger.
            """
    ) { stray in
        guard stray.knowsEveryID else { return [] }
        let missing = stray.missing.map { trigger, key, near in
            stray.evidence(
                on: trigger,
                of: FlowCause(.missing, of: key),
                "starts '\(key)', which neither the plan nor the environment has",
                near: near?.name,
                fix: near.map { "name '\($0.name)', if that is the one" }
                    ?? "correct the name, or create the flow first"
            )
        }
        return missing
            + stray.targets.map { trigger, id in
                stray.evidence(
                    on: trigger,
                    of: FlowCause(.missing, of: nil, id: id),
                    "starts the flow with the id \(id), but no flow has this id",
                    fix: "point the trigger at the flow's current id, or remove the trigger"
                )
            }
    }
}

extension StrayTriggers {
    fileprivate func evidence(
        on trigger: Trigger,
        of cause: FlowCause,
        _ problem: String,
        near: String? = nil,
        fix: String
    ) -> Evidence {
        Evidence(
            "Trigger '\(trigger.name)' \(problem)" + (trigger.isEnabled ? "" : "; the trigger is disabled")
                + (near.map { "; did you mean '\($0)'?" } ?? ""),
            at: file.map { Place(file: $0, position: trigger.position) },
            on: "target",
            trigger: trigger.name,
            severity: trigger.isEnabled ? nil : .note,
            fix: Fix(fix),
            flowCause: cause
        )
    }
}
