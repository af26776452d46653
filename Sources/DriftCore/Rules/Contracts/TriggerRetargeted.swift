extension Rules {
    static let triggerRetargeted = Rule<Comparison>(
        id: "trigger-retargeted",
        severity: .error,
        summary: "A trigger that the contract relies on starts another flow",
        explanation: """
            The trigger's event now starts another flow, and the contract's flow is never started.

            Point the trigger at the contract's flow again. Or move the trigger's entry to the contract of the flow \
            that it starts now.
            """
    ) { comparison in
        comparison.triggers.compactMap { trigger in
            guard case .startsOther(let other, _) = trigger.match else { return nil }
            return Evidence(
                "Trigger '\(trigger.name)' starts \(other); the contract says that the trigger starts "
                    + "'\(comparison.key)'",
                at: comparison.place(of: trigger.promised.name),
                on: "target",
                trigger: trigger.name,
                contrast: Contrast("starts '\(comparison.key)'", "starts \(other)"),
                fix: Fix(
                    "point the trigger at '\(comparison.key)' again, or move its entry to the other flow's contract"
                )
            )
        }
    }
}
