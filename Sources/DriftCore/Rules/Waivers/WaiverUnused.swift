extension Rules {
    static let waiverUnused = Rule<WaiverUse>(
        id: "waiver-unused",
        severity: .warning,
        summary: "A waiver covers no finding",
        explanation: """
            The finding was fixed, or the waiver's names no longer match it. If the waiver stays, it also accepts the \
            same mistake when somebody makes it again. A waiver is not reported if its rule, flow or environment was \
            not part of the run.

            Remove the waiver, or correct the names in it.
            """
    ) { use in
        guard !use.hasExpired, use.isInRun, use.findings.isEmpty else { return [] }
        return [
            use.evidence(
                "The waiver of \(use.waiver.labelledPhrase) covers no finding",
                fix: "remove the waiver, or correct the names in it so that they match a finding"
            )
        ]
    }
}
