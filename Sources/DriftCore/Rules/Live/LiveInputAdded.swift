extension Rules {
    static let liveInputAdded = Rule<LiveComparison>(
        id: "live-input-added",
        severity: .note,
        summary: "A live flow has a new input",
        explanation: """
            Inputs are optional at launch, so a new input breaks no caller, but the flow may need the input.

            Send the input if the flow needs it, and take a new snapshot.
            """
    ) { comparison in
        comparison.changes.compactMap { change in
            guard case .inputAdded(let input) = change else { return nil }
            return comparison.evidence(
                "Input '\(input.name)' (\(input.type)) is in the live flow, but not in the snapshot",
                on: input.name,
                contrast: change.contrast
            )
        }
    }
}
