extension Rules {
    static let waiverTooBroad = Rule<WaiverUse>(
        id: "waiver-too-broad",
        severity: .warning,
        summary: "A waiver covers more than one finding",
        explanation: """
            Somebody looked at one finding and accepted it. A waiver that names no subject, or a pattern, also covers \
            the next one, which nobody has looked at.

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
                "The waiver of \(use.waiver.phrase) covers \(findings.count) findings\(scope): "
                    + "\(names.joined(separator: ", "))\(more)",
                fix: "write a waiver for each, with its contract or flow and its subject"
            )
        ]
    }
}
