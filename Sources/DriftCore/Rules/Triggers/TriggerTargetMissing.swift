extension Rules {
    static let triggerTargetMissing = Rule<StrayTriggers>(
        id: "trigger-target-missing",
        severity: .error,
        summary: "A trigger starts a flow that does not exist",
        explanation: """
            The flow was deleted, or created again with another id, and the trigger still has the old id: its events \
            are lost. A role that does not cover the flow's division also hides the flow. If ids are unknown, as in a \
            folder that has only exports, this is not checked. In a Terraform plan the flow may be looked up by name: \
            a name that neither the plan nor the environment has makes the apply fail.

            Point the trigger at the flow's current id, correct the name, or remove the trigger.
            """
    ) { stray in
        guard stray.knowsEveryID else { return [] }
        let missing = stray.missing.map { trigger, key, near in
            stray.evidence(
                on: trigger,
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
                    "starts the flow with the id \(id), which does not exist there",
                    fix: "point the trigger at the flow's current id, or remove it"
                )
            }
    }
}

extension StrayTriggers {
    fileprivate func evidence(on trigger: Trigger, _ problem: String, near: String? = nil, fix: String) -> Evidence {
        Evidence(
            "Trigger '\(trigger.name)' \(problem)" + (trigger.isEnabled ? "" : "; the trigger is disabled")
                + (near.map { "; did you mean '\($0)'?" } ?? ""),
            at: file.map { Place(file: $0, position: trigger.position) },
            on: "target",
            trigger: trigger.name,
            severity: trigger.isEnabled ? nil : .note,
            fix: Fix(fix)
        )
    }
}
