extension Rules {
    static let triggerPathAbsent = Rule<InputSources>(
        id: "trigger-path-absent",
        severity: .error,
        summary: "A flow reads a path that its trigger's event does not have",
        explanation: """
            Under `Json` the flow reads the event from `Flow.jsonData`. A name that the event does not have gives an \
            empty value, and the flow continues with it. If another trigger or a contract sends the name, this is a \
            note: the flow may only read it when it was started that way. A name that only differs from the event's in \
            letter case is a warning, because no public source says whether letter case matters. The event of a \
            webhook has `webhookId`, `invocationTime` and `webhooksInvocation`, with what was posted below \
            `webhooksInvocation.body`. Keys of a map and undocumented members are not checked.

            Read the name that the event has, or set the trigger to the topic that has it.
            """
    ) { inputSources in
        inputSources.evidenceOnEventPaths { source, input, path, presence in
            guard case .absent(let near) = presence, let topic = source.trigger.topic else { return nil }
            let other = inputSources.otherSource(of: path, in: input, otherThan: source)
            if other == nil, let respelled = source.event?.respelled(path) {
                return inputSources.evidence(
                    "Path '\(path)' of '\(input.name)' is spelled '\(respelled)' in the event '\(topic)' of trigger "
                        + "'\(source.trigger.name)'; the flow may read nothing",
                    on: source,
                    about: input,
                    path: path,
                    severity: .warning,
                    restsOnContracts: true,
                    fix: "read '\(respelled)' in the flow"
                )
            }
            return inputSources.evidence(
                "Path '\(path)' of '\(input.name)' is not in the event '\(topic)' of trigger '\(source.trigger.name)'"
                    + "; \(other ?? "the flow reads it")"
                    + (other == nil ? near.map { "; did you mean '\($0)'?" } ?? "" : ""),
                on: source,
                about: input,
                path: path,
                severity: other == nil ? nil : .note,
                restsOnContracts: other == nil,
                fix: other.map { _ in "leave it, if the flow does not read it when this trigger starts it" }
                    ?? near.map { "read '\($0)' in the flow" } ?? "read a name that the event has, or set another topic"
            )
        }
    }
}
