extension Rules {
    static let liveFlowStopped = Rule<LiveComparison>(
        id: "live-flow-stopped",
        severity: .warning,
        summary: "A live flow can no longer be started",
        explanation: """
            Since the last snapshot, the flow was made inactive, or its published version was withdrawn. A launch \
            fails, and the events of the flow's triggers are lost. If a contract or an enabled trigger relies on the \
            flow, this is an error.

            Publish and activate the flow in Architect. If the flow is meant to stay stopped, remove what relies on it \
            and take a new snapshot.
            """
    ) { comparison in
        comparison.changes.compactMap { change in
            guard
                case .availabilityChanged(from: let old, to: let new) = change, old.isStartable,
                let cause = FlowCause(new, of: comparison.key, isOfFlow: true)
            else { return nil }
            let isInactive = new == .inactive
            var evidence = comparison.evidence(
                "Flow '\(comparison.key)' "
                    + (isInactive ? "is no longer active" : "no longer has a published version") + " in the live org",
                on: "state",
                contrast: change.contrast,
                dependents: comparison.dependents,
                fix: isInactive ? "activate the flow in Architect" : "publish the flow in Architect"
            )
            evidence.flowCause = cause
            return evidence
        }
    }
}
