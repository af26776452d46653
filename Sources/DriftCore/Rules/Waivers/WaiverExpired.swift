extension Rules {
    static let waiverExpired = Rule<WaiverUse>(
        id: "waiver-expired",
        severity: .error,
        summary: "A waiver has expired",
        explanation: """
            The finding was accepted until a date, and the date has passed, so it counts again.

            Fix the finding and remove the waiver, or agree on a new date with its owner.
            """
    ) { use in
        guard use.hasExpired, use.isInRun || !use.findings.isEmpty else { return [] }
        let left = use.findings.isEmpty ? "it covers no finding" : "its findings count again"
        return [
            use.evidence(
                "The waiver of \(use.waiver.labelledPhrase) expired after \(use.waiver.terms.expires); \(left)",
                fix: use.findings.isEmpty
                    ? "remove the waiver"
                    : "fix the findings and remove the waiver, or agree on a new date with \(use.waiver.terms.owner)"
            )
        ]
    }
}
