extension Rules {
    static let liveFlowAdded = Rule<LiveComparison>(
        id: "live-flow-added",
        severity: .note,
        summary: "The live org has a flow without a snapshot",
        explanation: """
            The flow was created since the last snapshot. Nobody relies on it yet, and nobody has reviewed \
            it.

            Take a new snapshot, so that later changes of the flow are reported.
            """
    ) { comparison in
        guard comparison.snapshot == nil else { return [] }
        return [
            comparison.evidence(
                "Flow '\(comparison.key)' is in the live org, but has no snapshot",
                on: nil,
                contrast: Contrast(nil, "\(comparison.key)"),
                fix: "take a new snapshot"
            )
        ]
    }
}
