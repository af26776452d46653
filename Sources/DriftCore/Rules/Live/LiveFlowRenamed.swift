extension Rules {
    static let liveFlowRenamed = Rule<LiveComparison>(
        id: "live-flow-renamed",
        severity: .warning,
        summary: "A live flow has another name than its snapshot",
        explanation: """
            The flow with the snapshot's id has another name in the live org. Code that starts the flow by its id still \
            starts it; code that looks the flow up by its name does not find it. If a contract \
            has the old name, this is an error. Triggers go by the id, so they are not affected.

            Name the flow in its contracts as it is called now and take a new snapshot, or rename it back in Architect.
            """
    ) { comparison in
        guard let newKey = comparison.newKey else { return [] }
        let id = comparison.snapshot?.id.map { " (id \($0))" } ?? ""
        var evidence = comparison.evidence(
            "Flow '\(comparison.key)'\(id) is now called '\(newKey)' in the live org",
            on: nil,
            contrast: Contrast("\(comparison.key)", "\(newKey)"),
            dependents: comparison.contractsOfOldName,
            fix:
                "name the flow '\(newKey)' in what relies on it and take a new snapshot, or rename it back in Architect"
        )
        evidence.flowCause = FlowCause(.missing, of: comparison.key, isOfFlow: true)
        return [evidence]
    }
}
