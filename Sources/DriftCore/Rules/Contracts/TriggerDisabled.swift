extension Rules {
    static let triggerDisabled = Rule<Comparison>(
        id: "trigger-disabled",
        severity: .error,
        summary: "A trigger is enabled or disabled, contrary to the contract",
        explanation: """
            A disabled trigger starts nothing, and its events are not kept for later. A trigger that is enabled \
            contrary to the contract starts the workflow when the code does not expect it.

            Set the trigger as the contract says, or change the contract.
            """
    ) { comparison in
        comparison.evidenceOnTriggers { trigger, found in
            guard
                let promised = trigger.broken(trigger.promised.isEnabled, .isEnabled, unless: { $0 == found.isEnabled })
            else { return nil }
            let (present, wanted) = promised.value ? ("disabled", "enabled") : ("enabled", "disabled")
            return Evidence(
                "Trigger '\(trigger.name)' is \(present); the contract says that the trigger is \(wanted)",
                at: comparison.place(of: promised),
                on: "enabled",
                trigger: trigger.name,
                contrast: Contrast("enabled: \(promised.value)", "enabled: \(found.isEnabled)"),
                fix: Fix(
                    "\(promised.value ? "enable" : "disable") the trigger, or write `enabled: \(found.isEnabled)` into the contract"
                )
            )
        }
    }
}
