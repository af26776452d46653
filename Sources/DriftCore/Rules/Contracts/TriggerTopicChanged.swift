extension Rules {
    static let triggerTopicChanged = Rule<Comparison>(
        id: "trigger-topic-changed",
        severity: .error,
        summary: "A trigger listens to another topic than the contract says",
        explanation: """
            Events of another topic arrive at other moments and have other attributes. So the workflow runs at the \
            wrong time, or without the values that it reads. The topic of a trigger cannot be changed, so this trigger \
            was created again.

            Create the trigger again with the contract's topic, or put the new topic into the contract.
            """
    ) { comparison in
        comparison.evidenceOnTriggers { trigger, found in
            guard let promised = trigger.broken(trigger.promised.topic, .topic, unless: { $0 == found.topic }) else {
                return nil
            }
            let topic = found.topic.map { "listens to topic '\($0)'" } ?? "is scheduled and listens to no topic"
            return Evidence(
                "Trigger '\(trigger.name)' \(topic); the contract has topic '\(promised.value)'",
                at: comparison.place(of: promised),
                on: "topic",
                trigger: trigger.name,
                contrast: Contrast("topic: \(promised.value)", found.topic.map { "topic: \($0)" }),
                fix: Fix(
                    "create the trigger again with the contract's topic, or write the trigger's topic into the contract"
                )
            )
        }
    }
}
