extension Rules {
    static let liveDivisionChanged = Rule<LiveComparison>(
        id: "live-division-changed",
        severity: .note,
        summary: "A live flow was moved to another division",
        explanation: """
            The flow is in another division than its snapshot says. Its inputs and outputs are the same. A caller \
            whose role doesn't cover the new division may no longer be allowed to start the flow.

            If the move is wanted, take a new snapshot. Otherwise move the flow back in Architect.
            """
    ) { comparison in
        comparison.changes.compactMap { change in
            guard case .divisionChanged(from: let old, to: let new) = change else { return nil }
            var evidence = comparison.evidence(
                "Flow '\(comparison.key)' is in division '\(new)' in the live org, but in division '\(old)' in the "
                    + "snapshot",
                on: "division",
                contrast: change.contrast
            )
            evidence.flowCause = FlowCause(.moved, of: comparison.key, isOfFlow: true)
            return evidence
        }
    }
}
