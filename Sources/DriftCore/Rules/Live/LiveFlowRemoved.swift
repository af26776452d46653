extension Rules {
    static let liveFlowRemoved = Rule<LiveComparison>(
        id: "live-flow-removed",
        severity: .warning,
        summary: "A flow with a snapshot is no longer in the live org",
        explanation: """
            The flow was deleted since the last snapshot. Code that starts it by its id gets a 404. If a contract or an \
            enabled trigger relies on the flow, this is an error.

            Restore the flow, or adapt what relies on it and take a new snapshot.
            """
    ) { comparison in
        guard comparison.isRemoved else { return [] }
        var evidence = comparison.evidence(
            "Flow '\(comparison.key)' has a snapshot, but is no longer in the live org",
            on: nil,
            contrast: Contrast("\(comparison.key)", nil),
            dependents: comparison.dependents,
            fix: "restore the flow, or adapt what relies on it and take a new snapshot"
        )
        evidence.flowCause = FlowCause(.missing, of: comparison.key, isOfFlow: true)
        return [evidence]
    }
}
