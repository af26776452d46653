extension Rules {
    static let triggerInputUnfilled = Rule<Feeding>(
        id: "trigger-input-unfilled",
        severity: .error,
        summary: "A trigger's event does not fill an input",
        explanation: """
            The event has no top-level string, number or boolean of the input's name, or the trigger sends no such \
            values at all: under `Json` only `Flow.jsonData` is filled, and a scheduled trigger has no event. If the \
            flow reads the input, and no default, contract or other trigger gives it a value, the flow runs without \
            it. A test such as IsSet around the read does not provide the value. If only a contract's launches give it \
            a value, this is a warning: when the trigger starts the flow, it still runs without the value. Otherwise \
            this is a note.

            Give the input the name of the event's attribute, give it a default, or remove it.
            """
    ) { feeding in
        feeding.evidenceOnInputs { feed, input, fill in
            guard case .nothing(let near) = fill else { return nil }
            let shortfall = Shortfall(of: input, near: near, in: feed, feeding: feeding)
            var evidence = feeding.evidence(
                "Input '\(input.name)' \(feed.reasonForNothing); \(shortfall.phrase)"
                    + (near.map { "; did you mean '\($0)'?" } ?? ""),
                on: feed,
                about: input,
                severity: shortfall.severity == .error ? nil : shortfall.severity,
                restsOnContracts: shortfall.consequence == .isLost,
                fix: shortfall.fix(feed.trigger)
            )
            // The trigger's data format is the cause, and has its own finding.
            let name = feed.trigger.name
            if feed.lacksJSONInput {
                evidence.causes = [Cause(.triggerJsonInputMissing, trigger: name, on: TriggerFeed.jsonInputName)]
            } else if feeding.jsonInputStarvedBy(feed)?.name == input.name {
                evidence.causes = [Cause(.triggerJsonUnderPrimitives, trigger: name, on: input.name)]
            }
            return evidence
        }
    }
}

extension TriggerFeed {
    fileprivate var reasonForNothing: String {
        guard let topic = trigger.topic else {
            return "is not filled: trigger '\(trigger.name)' is scheduled and has no event"
        }
        guard trigger.effectiveDataFormat == .topLevelPrimitives else {
            return "is not filled: trigger '\(trigger.name)' sends Json, which fills only 'Flow.jsonData'"
        }
        return "is not filled by trigger '\(trigger.name)': no top-level value of '\(topic)' has that name"
    }
}

extension Feeding {
    /// The evidence for each input that a trigger doesn't fill with a value of the input's type.
    func evidenceOnInputs(_ evidence: (TriggerFeed, Variable, TriggerFeed.Fill) -> Evidence?) -> [Evidence] {
        triggers.flatMap { feed in
            feed.shortInputs.compactMap { evidence(feed, $0.input, $0.fill) }
        }
    }
}
