extension Rules {
    static let triggerInputUnfilled = Rule<InputSources>(
        id: "trigger-input-unfilled",
        severity: .error,
        summary: "A trigger's event does not fill an input",
        explanation: """
            The event has no top-level string, number or boolean with the input's name. Or the trigger sends no such \
            values at all: with `Json` it only fills `Flow.jsonData`, and a scheduled trigger has no event. If the \
            flow reads the input, and no default, contract or other trigger gives it a value, the flow runs without \
            the value. A test such as IsSet around the read does not provide the value. If only a contract's launches \
            give the input a value, this is a warning: the value is still missing when the trigger starts the flow. \
            Otherwise this is a note.

            Give the input the name of the event's attribute, give it a default, or remove it.
            """
    ) { inputSources in
        inputSources.evidenceOnInputs { source, input, fill in
            guard case .nothing(let near) = fill else { return nil }
            let shortfall = Shortfall(of: input, near: near, in: source, inputSources: inputSources)
            var evidence = inputSources.evidence(
                "Input '\(input.name)' \(source.reasonForNothing); \(shortfall.phrase)"
                    + (near.map { "; did you mean '\($0)'?" } ?? ""),
                on: source,
                about: input,
                severity: shortfall.severity == .error ? nil : shortfall.severity,
                restsOnContracts: shortfall.consequence == .isLost,
                fix: shortfall.fix(source.trigger)
            )
            // The trigger's data format is the cause, and has its own finding.
            let name = source.trigger.name
            if source.lacksJSONInput {
                evidence.causes = [Cause(.triggerJsonInputMissing, trigger: name, on: TriggerSource.jsonInputName)]
            } else if inputSources.jsonInputStarvedBy(source)?.name == input.name {
                evidence.causes = [Cause(.triggerJsonUnderPrimitives, trigger: name, on: input.name)]
            }
            return evidence
        }
    }
}

extension TriggerSource {
    fileprivate var reasonForNothing: String {
        guard let topic = trigger.topic else {
            return "is not filled: trigger '\(trigger.name)' is scheduled and has no event"
        }
        guard trigger.effectiveDataFormat == .topLevelPrimitives else {
            return "is not filled: trigger '\(trigger.name)' sends Json, which fills only 'Flow.jsonData'"
        }
        return "is not filled by trigger '\(trigger.name)': no top-level value of its event '\(topic)' has that name"
    }
}

extension InputSources {
    /// The evidence for each input that a trigger doesn't fill with a value of the input's type.
    func evidenceOnInputs(_ evidence: (TriggerSource, Variable, TriggerSource.Fill) -> Evidence?) -> [Evidence] {
        triggers.flatMap { source in
            source.shortInputs.compactMap { evidence(source, $0.input, $0.fill) }
        }
    }
}
