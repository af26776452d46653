extension Rules {
    static let liveOutputChanged = Rule<LiveComparison>(
        id: "live-output-changed",
        severity: .warning,
        summary: "A live flow's output was changed",
        explanation: """
            The output's type or initial value was changed in Architect since the last snapshot. If a contract reads \
            the output, this is an error. If only the letter case of the output's name was changed, this stays a \
            warning, because the platform may ignore letter case.

            Change the output back, or adapt what reads it and take a new snapshot.
            """
    ) { comparison in
        comparison.changes.compactMap { change in
            guard case .outputChanged(from: let output, to: let other) = change else { return nil }
            return comparison.evidence(
                "In the live flow, \(change.phrase)",
                on: output.name,
                at: comparison.snapshot?.outputs.first { $0.name == output.name }?.position,
                contrast: change.contrast,
                dependents: comparison.dependents(onOutput: output.name),
                isDoubtful: output.differsInLetterCaseAlone(from: other)
            )
        }
    }
}
