extension Rules {
    static let triggerFormatChanged = Rule<Comparison>(
        id: "trigger-format-changed",
        severity: .error,
        summary: "A trigger has another data format than the contract says",
        explanation: """
            With `Json`, the whole event arrives in `Flow.jsonData`. With `TopLevelPrimitives`, the event's top-level \
            values fill the inputs of the same names. A workflow reads one or the other, so it runs with empty inputs \
            if the format changes. A trigger without a data format has `TopLevelPrimitives`.

            Set the data format back. Or change the workflow so that it reads the new format, and then change the \
            contract.
            """
    ) { comparison in
        comparison.evidenceOnTriggers { trigger, found in
            let format = found.effectiveDataFormat
            guard let promised = trigger.broken(trigger.promised.dataFormat, .dataFormat, unless: { $0 == format })
            else {
                return nil
            }
            let given = found.dataFormat == nil ? "TopLevelPrimitives, because none is set" : format.rawValue
            return Evidence(
                "Trigger '\(trigger.name)' has data format \(given); the contract has data format "
                    + "\(promised.value.rawValue)",
                at: comparison.place(of: promised),
                on: "dataFormat",
                trigger: trigger.name,
                contrast: Contrast("dataFormat: \(promised.value.rawValue)", "dataFormat: \(format.rawValue)"),
                fix: Fix(
                    "set the trigger's data format to \(promised.value.rawValue), or change the workflow and the "
                        + "contract"
                )
            )
        }
    }
}
