extension Rules {
    static let waiverTooBroad = Rule<WaiverUse>(
        id: "waiver-too-broad",
        severity: .warning,
        summary: "A waiver covers more than one finding",
        explanation: """
            A waiver accepts one finding that somebody reviewed. A waiver without a subject, or with a pattern, also \
            covers later findings that nobody has reviewed.

            Write one waiver for each finding; `flowdrift waive FINGERPRINT` does it.
            """
    ) { use in
        let findings = use.broadest
        guard !use.hasExpired, findings.count > 1 else { return [] }
        let names = findings.prefix(3).map {
            "'\(($0.subject ?? $0.trigger ?? $0.contract ?? $0.flow?.description) ?? "")'"
        }
        let more = findings.count > 3 ? " and \(findings.count - 3) more" : ""
        let scope = findings[0].environment.map { " in \($0)" } ?? ""
        return [
            use.evidence(
                "The waiver of \(use.waiver.labelledPhrase) covers \(findings.count) findings\(scope), "
                    + "but any waiver may cover only one; the findings are about \(names.joined(separator: ", "))\(more)",
                fix: "replace this waiver with one waiver for each finding; "
                    + "each must name the finding's contract or flow, and the finding's subject"
            )
        ]
    }
}
