extension Rules {
    static let triggerJsonInputMissing = Rule<InputSources>(
        id: "trigger-json-input-missing",
        severity: .error,
        summary: "A trigger sends Json, and its flow has no input 'Flow.jsonData' of type JSON",
        explanation: """
            With the data format `Json`, the whole event arrives in one input, which must be named `Flow.jsonData` and \
            be of type JSON. Without this input, the event is lost: the flow runs without the event's values, and no \
            error is shown.

            Declare `Flow.jsonData` as a JSON input of the flow. Or set the trigger's data format to \
            `TopLevelPrimitives`, if the flow reads the event's values from inputs of the same names.
            """
    ) { inputSources in
        guard inputSources.flow.hasInterface else { return [] }
        return inputSources.triggers.compactMap { source in
            guard source.lacksJSONInput else { return nil }
            let named = inputSources.flow.inputs.first {
                $0.name.lowercased() == TriggerSource.jsonInputName.lowercased()
            }
            let lack =
                named.map { "the flow's '\($0.name)' is \($0.type)" }
                ?? "the flow has no input '\(TriggerSource.jsonInputName)'"
            return inputSources.evidence(
                "Trigger '\(source.trigger.name)' sends its event as Json, but \(lack)",
                on: source,
                subject: TriggerSource.jsonInputName,
                fix: "declare 'Flow.jsonData' as a JSON input of the flow, or set the data format to TopLevelPrimitives"
            )
        }
    }
}

extension TriggerSource {
    /// Whether the event is sent as Json, and the flow has no input for it.
    var lacksJSONInput: Bool {
        sends(.json) && !inputs.contains { Self.isJSONInput($0.input) }
    }
}
