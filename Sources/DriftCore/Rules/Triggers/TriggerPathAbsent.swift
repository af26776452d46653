extension Rules {
    static let triggerPathAbsent = Rule<InputSources>(
        id: "trigger-path-absent",
        severity: .error,
        summary: "A flow reads a path that its trigger's event does not have",
        explanation: """
            With `Json`, the flow reads the event from `Flow.jsonData`. If the event does not have a name that the \
            flow reads, the flow gets an empty value and continues with it. If another trigger or a contract sends the \
            name, this is a note: the flow may only read the name when they start it. If the name only differs in \
            letter case, this is a warning, because no public source says whether letter case matters. A webhook's \
            event has `webhookId`, `invocationTime` and `webhooksInvocation`; the posted body is in \
            `webhooksInvocation.body`. Keys of a map and undocumented members are not checked.

            Read a name that the event has, or create the trigger again with a topic whose events have the name.
            """
    ) { inputSources in
        inputSources.evidenceOnEventPaths { source, input, path, presence in
            guard case .absent(let near) = presence, let topic = source.trigger.topic else { return nil }
            let other = inputSources.otherSource(of: path, in: input, otherThan: source)
            if other == nil, let respelled = source.event?.respelled(path) {
                return inputSources.evidence(
                    "The flow reads '\(path)' of '\(input.name)', but the event '\(topic)' of trigger "
                        + "'\(source.trigger.name)' spells it '\(respelled)'; the flow may get no value",
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
                    + "; \(other ?? "the flow reads this path")"
                    + (other == nil ? near.map { "; did you mean '\($0)'?" } ?? "" : ""),
                on: source,
                about: input,
                path: path,
                severity: other == nil ? nil : .note,
                restsOnContracts: other == nil,
                fix: other.map { _ in "change nothing, if the flow does not read the path when this trigger starts it" }
                    ?? near.map { "read '\($0)' in the flow" }
                    ?? "read a name that the event has, or create the trigger again with another topic"
            )
        }
    }
}
