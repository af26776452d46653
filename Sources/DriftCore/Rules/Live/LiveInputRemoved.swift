extension Rules {
    static let liveInputRemoved = Rule<LiveComparison>(
        id: "live-input-removed",
        severity: .warning,
        summary: "A live flow has lost an input",
        explanation: """
            The input was removed or renamed in Architect since the last snapshot. Code that still sends the input may \
            get a 400, or the flow runs without the value. If a contract sends the input, or an enabled trigger may \
            fill it, this is an error.

            Restore the input, or adapt what relies on it and take a new snapshot.
            """
    ) { comparison in
        comparison.changes.compactMap { change in
            guard case .inputRemoved(let input) = change else { return nil }
            return comparison.evidence(
                "Input '\(input.name)' (\(input.type)) is in the snapshot, but no longer in the live flow",
                on: input.name,
                at: comparison.snapshot?.inputs.first { $0.name == input.name }?.position,
                contrast: change.contrast,
                dependents: comparison.dependents(onInput: input.name)
            )
        }
    }
}
