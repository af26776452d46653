extension Rules {
    static let triggerTopicUnknown = Rule<InputSources>(
        id: "trigger-topic-unknown",
        severity: .warning,
        summary: "A trigger listens to an unknown topic whose name is similar to a known one",
        explanation: """
            A trigger whose topic does not exist starts nothing. Neither the models of the Platform API nor the \
            environment's `topics.yaml` describe the topic. They describe one with nearly the same name, so the \
            trigger's topic may be misspelled. A newer topic may be missing from the models.

            Create the trigger again with the right topic, because the topic of a trigger can't be changed. If the \
            topic exists in your org, take a new snapshot from the live org: the org describes its topics, and \
            flowdrift writes them to `topics.yaml`.
            """
    ) { inputSources in
        guard inputSources.flow.availability.isStartable else { return [] }
        return inputSources.triggers.compactMap { source in
            guard let topic = source.trigger.topic, let near = source.nearTopic else { return nil }
            return inputSources.evidence(
                "Trigger '\(source.trigger.name)' listens to '\(topic)', but neither flowdrift's own list of topics "
                    + "nor the environment's topics.yaml has this topic, so the trigger may never start the flow; "
                    + "did you mean '\(near)'?",
                on: source,
                subject: "topic",
                showsEvent: false,
                fix: "create the trigger again with topic '\(near)'; or, if the org has the trigger's topic, take a "
                    + "new snapshot from the live org, which writes the org's topics to topics.yaml"
            )
        }
    }
}
