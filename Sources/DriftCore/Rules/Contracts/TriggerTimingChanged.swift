extension Rules {
    static let triggerTimingChanged = Rule<Comparison>(
        id: "trigger-timing-changed",
        severity: .warning,
        summary: "A trigger has another time to live or delay than the contract says",
        explanation: """
            `eventTTLSeconds` says how long an event may wait before it is dropped. `delayBySeconds` says how long the \
            workflow's start is delayed. Other values change which events are lost and when the workflow runs. The \
            definitions do not show whether that breaks anything.

            Set the timing back, or put the new values into the contract.
            """
    ) { comparison in
        comparison.triggers.flatMap { trigger in
            guard let found = trigger.trigger else { return [Evidence]() }
            let settings =
                [
                    ("eventTTLSeconds", .eventTTLSeconds, trigger.promised.eventTTLSeconds, found.eventTTLSeconds),
                    ("delayBySeconds", .delayBySeconds, trigger.promised.delayBySeconds, found.delayBySeconds),
                ] as [(String, Trigger.OpenSettings, Written<Int>?, Int?)]
            return settings.compactMap { name, setting, promised, value in
                guard let promised = trigger.broken(promised, setting, unless: { $0 == value }) else { return nil }
                let present = value.map { "has \(name) \($0)" } ?? "has no \(name)"
                return Evidence(
                    "Trigger '\(trigger.name)' \(present); the contract has \(name) \(promised.value)",
                    at: comparison.place(of: promised),
                    on: name,
                    trigger: trigger.name,
                    contrast: Contrast("\(name): \(promised.value)", value.map { "\(name): \($0)" }),
                    fix: Fix(
                        "set the trigger's \(name) to \(promised.value), or write the trigger's value into the contract"
                    ),
                    causes: trigger.causes
                )
            }
        }
    }
}
