import StrictJSON

extension Rules {
    static let triggerJsonUnderPrimitives = Rule<InputSources>(
        id: "trigger-json-under-primitives",
        severity: .error,
        summary: "A flow reads 'Flow.jsonData', which its trigger's data format never fills",
        explanation: """
            With `TopLevelPrimitives`, which is also the default, the event's values go to inputs of the same names, \
            and nothing goes to `Flow.jsonData`. The flow reads `Flow.jsonData`, so it runs without the event. If the \
            input has a default, this is an error too: the flow runs with the default, but expects an event that never \
            arrives.

            Set the trigger's data format to `Json`.
            """
    ) { inputSources in
        inputSources.triggers.compactMap { source in
            guard let input = inputSources.jsonInputStarvedBy(source) else { return nil }
            let format = source.trigger.dataFormat == nil ? "TopLevelPrimitives (none is set)" : "TopLevelPrimitives"
            return inputSources.evidence(
                "Trigger '\(source.trigger.name)' has data format \(format), which never fills '\(input.name)'; "
                    + (input.defaultText.map {
                        "the flow then reads the input's default, \(JSONValue.quoted(Shown.text($0)))"
                    } ?? "the flow reads that input"),
                on: source,
                about: input,
                restsOnContracts: true,
                fix: "set the trigger's data format to Json"
            )
        }
    }
}

extension InputSources {
    /// The JSON input that the trigger doesn't fill because of its data format, or `nil` if there is none.
    func jsonInputStarvedBy(_ source: TriggerSource) -> Variable? {
        guard
            source.sends(.topLevelPrimitives),
            let input = flow.inputs.first(where: TriggerSource.isJSONInput),
            input.reads?.isRead ?? false,
            contractThatSends(input) == nil,
            triggerThatFills(input, otherThan: source) == nil
        else { return nil }
        return input
    }
}
