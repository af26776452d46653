extension DriftRule {
    /// Reports each input whose attribute in the event is an array or an object.
    static let triggerInputComplex = DriftRule(
        id: "trigger-input-complex",
        severity: .error,
        summary: "An input stands for an array or object of the event, which is dropped",
        explanation: """
            Under `TopLevelPrimitives` only the event's strings, numbers and booleans reach the flow; arrays and \
            objects are dropped without a word. An input of such an attribute's name stays empty; where the flow does \
            not read it, this is a note.

            Set the trigger's data format to `Json` and read the attribute from `Flow.jsonData`, or remove the input.
            """
    ) { (feeding: Feeding) in
        feeding.evidenceOnInputs { feed, input, fill in
            guard case .dropped(let kind) = fill else { return nil }
            return feeding.evidence(
                "Input '\(input.name)' stays empty: the event's '\(VariableName.own(input.name))' is an \(kind.rawValue), "
                    + "and trigger '\(feed.trigger.name)' sends top-level primitives only",
                on: feed,
                about: input,
                severity: input.reads?.isRead ?? false ? nil : .note,
                fix: "set the data format to Json and read '\(VariableName.own(input.name))' from Flow.jsonData"
            )
        }
    }
}
