extension Rules {
    static let liveInputChanged = Rule<LiveComparison>(
        id: "live-input-changed",
        severity: .warning,
        summary: "A live flow's input was changed",
        explanation: """
            The input's type or initial value was changed in Architect since the last snapshot. If a contract sends \
            the input, or an enabled trigger may fill it, this is an error. If only the letter case of the input's \
            name was changed, this stays a warning, because the platform may ignore letter case.

            Change the input back, or adapt what relies on it and take a new snapshot.
            """
    ) { comparison in
        comparison.changes.compactMap { change in
            guard case .inputChanged(from: let input, to: let other) = change else { return nil }
            return comparison.evidence(
                "In the live flow, \(change.phrase)",
                on: input.name,
                at: comparison.snapshot?.inputs.first { $0.name == input.name }?.position,
                contrast: change.contrast,
                dependents: comparison.dependents(onInput: input.name),
                isDoubtful: input.differsInLetterCaseAlone(from: other)
            )
        }
    }
}
