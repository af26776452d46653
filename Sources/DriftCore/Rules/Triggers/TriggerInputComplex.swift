extension Rules {
    static let triggerInputComplex = Rule<InputSources>(
        id: "trigger-input-complex",
        severity: .error,
        summary: "An array or object of the event does not reach the input of the same name",
        explanation: """
            With `TopLevelPrimitives`, only the event's strings, numbers and booleans reach the flow; arrays and \
            objects are dropped without an error. An input with the name of an array or object gets no value from \
            the event, in any letter case. If only a contract's launches give the input a value, this is a warning. \
            If the flow does not read the input, or if a default or another trigger gives it a value, this is a note.

            Set the trigger's data format to `Json` and read the attribute from `Flow.jsonData`, or remove the input.
            """
    ) { inputSources in
        inputSources.evidenceOnInputs { source, input, fill in
            guard case .dropped(let attribute) = fill else { return nil }
            let shortfall = Shortfall(of: input, near: nil, in: source, inputSources: inputSources)
            return inputSources.evidence(
                "Input '\(input.name)' gets no value from trigger '\(source.trigger.name)': the event's "
                    + "'\(attribute.name)' is an \(attribute.kind.rawValue), and with the data format "
                    + "TopLevelPrimitives, the trigger sends no arrays and no objects; \(shortfall.phrase)",
                on: source,
                about: input,
                severity: shortfall.severity == .error ? nil : shortfall.severity,
                restsOnContracts: shortfall.consequence == .isLost,
                fix: "set the trigger's data format to Json, and read '\(attribute.name)' from Flow.jsonData"
            )
        }
    }
}
