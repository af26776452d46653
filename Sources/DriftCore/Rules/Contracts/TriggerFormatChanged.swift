extension Rules {
    static let triggerFormatChanged = Rule<Comparison>(
        id: "trigger-format-changed",
        severity: .error,
        summary: "A trigger has another data format than the contract says",
        explanation: """
            Under `Json` the whole event arrives in `Flow.jsonData`; under `TopLevelPrimitives` its top-level values \
            fill the inputs of the same name. The workflow reads one or the other: after a switch it runs with empty \
            inputs. A data format that is not set is `TopLevelPrimitives`.

            Set the data format back, or change what the workflow reads and then the contract.
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
                "Trigger '\(trigger.name)' has data format \(given); the contract says \(promised.value.rawValue)",
                at: comparison.place(of: promised),
                on: "dataFormat",
                trigger: trigger.name,
                contrast: Contrast("dataFormat: \(promised.value.rawValue)", "dataFormat: \(format.rawValue)"),
                fix: Fix("set the data format to \(promised.value.rawValue), or change the workflow and the contract")
            )
        }
    }
}
