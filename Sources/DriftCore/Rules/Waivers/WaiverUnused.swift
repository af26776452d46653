extension Rules {
    static let waiverUnused = Rule<WaiverUse>(
        id: "waiver-unused",
        severity: .warning,
        summary: "A waiver covers no finding",
        explanation: """
            What it accepted is mended, or its names no longer fit. Left where it is, it accepts the same mistake when \
            it comes back. A waiver whose rule, flow or environment was not part of the run is left alone.

            Remove the waiver, or correct its names.
            """
    ) { use in
        guard !use.hasExpired, use.isInRun, use.findings.isEmpty else { return [] }
        return [
            use.evidence(
                "The waiver of \(use.waiver.phrase) covers no finding",
                fix: "remove the waiver, or correct its names"
            )
        ]
    }
}
