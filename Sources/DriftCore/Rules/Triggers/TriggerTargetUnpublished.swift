extension Rules {
    static let triggerTargetUnpublished = Rule<Feeding>(
        id: "trigger-target-unpublished",
        severity: .error,
        summary: "A trigger's flow is not published, or not active",
        explanation: """
            A trigger starts the published version of an active flow. If there is none, its events are lost, and no \
            error is shown.

            Publish and activate the flow in Architect, or disable the trigger.
            """
    ) { feeding in
        let state: String
        switch feeding.flow.availability {
        case .unpublished: state = "has no published version"
        case .inactive: state = "is not active"
        case .available, .unknown: return []
        }
        return feeding.triggers.map { feed in
            feeding.evidence(
                "Trigger '\(feed.trigger.name)' starts '\(feeding.flow.key)', which \(state)",
                on: feed,
                showsEvent: false,
                fix: "publish and activate the flow in Architect, or disable the trigger"
            )
        }
    }
}
