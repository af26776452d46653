extension Rules {
    static let liveOutputRemoved = Rule<LiveComparison>(
        id: "live-output-removed",
        severity: .warning,
        summary: "A live flow has lost an output",
        explanation: """
            The output was removed or renamed in Architect since the last snapshot. If a contract reads the output, \
            this is an error.

            Restore the output, or adapt what reads it and take a new snapshot.
            """
    ) { comparison in
        comparison.changes.compactMap { change in
            guard case .outputRemoved(let output) = change else { return nil }
            return comparison.evidence(
                "Output '\(output.name)' (\(output.type)) is in the snapshot, but no longer in the live flow",
                on: output.name,
                at: comparison.snapshot?.outputs.first { $0.name == output.name }?.position,
                contrast: change.contrast,
                dependents: comparison.dependents(onOutput: output.name)
            )
        }
    }
}
