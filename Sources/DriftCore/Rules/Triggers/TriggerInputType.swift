extension Rules {
    static let triggerInputType = Rule<InputSources>(
        id: "trigger-input-type",
        severity: .warning,
        summary: "An event's value may not fit the input that it fills",
        explanation: """
            The event's value has another type than the input, or its name differs in letter case. A string certainly \
            fits a string input. An integer is expected to fit an integer or decimal input. A boolean is expected to \
            fit a boolean input. No public source says how the platform treats other types, so the input may be empty. \
            If the flow does not read the input, this is a note.

            Give the input the type and the spelling of the event's value, or set the trigger's data format to `Json` \
            and convert the value in the flow.
            """
    ) { inputSources in
        inputSources.evidenceOnInputs { source, input, fill in
            let (message, fix): (String, String)
            switch fill {
            case .otherType(let kind):
                message =
                    "Input '\(input.name)' is \(input.type), but the event of trigger '\(source.trigger.name)' fills "
                    + "it with '\(VariableName.own(input.name))', which is \(kind.rawValue); the input may not "
                    + "accept this value"
                fix =
                    "give the input the type of the event's value, or set the trigger's data format to Json and "
                    + "convert the value in the flow"
            case .otherCase(let name):
                message =
                    "The flow declares input '\(input.name)', but trigger '\(source.trigger.name)' fills "
                    + "'Flow.\(name)'; the input may arrive empty"
                fix = "name the input 'Flow.\(name)'"
            case .value, .dropped, .nothing, .unknown: return nil
            }
            return inputSources.evidence(
                message,
                on: source,
                about: input,
                severity: input.reads?.isRead ?? true ? nil : .note,
                fix: fix
            )
        }
    }
}
