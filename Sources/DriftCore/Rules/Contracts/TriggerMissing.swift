extension Rules {
    static let triggerMissing = Rule<Comparison>(
        id: "trigger-missing",
        severity: .error,
        summary: "A trigger that the contract relies on does not exist",
        explanation: """
            Without the trigger, its event never starts the workflow, and no error is shown.

            Restore the trigger, or put its current name into the contract.
            """
    ) { comparison in
        comparison.triggers.compactMap { trigger in
            guard case .none(let near) = trigger.match else { return nil }
            let message = "Trigger '\(trigger.name)' does not exist for \(comparison.flowPhrase)"
            return Evidence(
                message + (near.map { "; did you mean '\($0)'?" } ?? ""),
                at: comparison.place(of: trigger.promised.name),
                trigger: trigger.name,
                contrast: Contrast(trigger.name, nil),
                fix: near.map { fix(trigger, naming: $0) }
                    ?? Fix("restore the trigger, or remove the trigger from the contract")
            )
        }
    }

    /// A fix that names the similar trigger.
    ///
    /// It has no edit if the contract's name has `{environment}`, since other environments use that name too.
    private static func fix(_ trigger: TriggerComparison, naming near: String) -> Fix {
        let summary = "name the trigger '\(near)', if that is the one"
        let written = trigger.promised.name
        return written.value == trigger.name ? .rename(written, to: near, summary) : Fix(summary)
    }
}
