extension Rules {
    static let triggerTargetUnpublished = Rule<InputSources>(
        id: "trigger-target-unpublished",
        severity: .error,
        summary: "A trigger's flow is not published, or not active",
        explanation: """
            A trigger starts the published version of an active flow. If the flow has none or is not active, the \
            trigger's events are lost, and no error is shown.

            Publish and activate the flow in Architect, or disable the trigger.
            """
    ) { inputSources in
        let state: String
        switch inputSources.flow.availability {
        case .unpublished: state = "has no published version"
        case .inactive: state = "is not active"
        case .available, .unknown: return []
        }
        return inputSources.triggers.map { source in
            var evidence = inputSources.evidence(
                "Trigger '\(source.trigger.name)' starts '\(inputSources.flow.key)', which \(state)",
                on: source,
                showsEvent: false,
                fix: "publish and activate the flow in Architect, or disable the trigger"
            )
            evidence.flowCause = FlowCause(inputSources.flow.availability, of: inputSources.flow.key)
            return evidence
        }
    }
}
