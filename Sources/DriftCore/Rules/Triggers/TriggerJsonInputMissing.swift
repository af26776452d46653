extension Rules {
    static let triggerJsonInputMissing = Rule<Feeding>(
        id: "trigger-json-input-missing",
        severity: .error,
        summary: "A trigger sends Json, and its flow has no input 'Flow.jsonData' of type JSON",
        explanation: """
            Under the data format `Json` the whole event arrives in one input, which must be named `Flow.jsonData` and \
            be of type JSON. Without this input the event is lost: the flow runs without its values, and no error is \
            shown.

            Declare `Flow.jsonData` as a JSON input of the flow, or set the trigger's data format to \
            `TopLevelPrimitives` if the flow reads the event's values from inputs of the same name.
            """
    ) { feeding in
        guard feeding.flow.hasInterface else { return [] }
        return feeding.triggers.compactMap { feed in
            guard feed.lacksJSONInput else { return nil }
            let named = feeding.flow.inputs.first {
                $0.name.lowercased() == TriggerFeed.jsonInputName.lowercased()
            }
            let lack =
                named.map { "'\($0.name)' is \($0.type)" } ?? "the flow has no input '\(TriggerFeed.jsonInputName)'"
            return feeding.evidence(
                "Trigger '\(feed.trigger.name)' sends its event as Json, but \(lack)",
                on: feed,
                subject: TriggerFeed.jsonInputName,
                fix: "declare 'Flow.jsonData' as a JSON input of the flow, or set the data format to TopLevelPrimitives"
            )
        }
    }
}

extension TriggerFeed {
    /// Whether the event is sent as Json, and the flow has no input for it.
    var lacksJSONInput: Bool {
        sends(.json) && !inputs.contains { Self.isJSONInput($0.input) }
    }
}
