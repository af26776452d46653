extension Judge {
    /// Checks a launch that a server received, by the rules on what a launch sends.
    ///
    /// The host, the scheme and the token aren't checked: they are those of a server for tests.
    ///
    /// - Parameter launch: The launch, compared with its flow.
    /// - Returns: The findings in the order of a report, without those that another finding explains.
    public func findings(onReceived launch: RequestComparison) -> [Finding] {
        let findings = judge(launch).findings.filter { finding in
            finding.rule.hasPrefix("payload-") || Self.otherRules.contains(finding.rule)
        }
        return findings.isEmpty ? [] : Verdict(findings: findings, coverage: Coverage()).findings
    }

    /// The errors that say why a body isn't JSON; for such a body, use them instead of ``findings(onReceived:)``.
    ///
    /// - Parameter launch: The launch, compared with nothing.
    /// - Returns: The errors in the order of a report.
    public func faults(inBodyOf launch: RequestComparison) -> [Finding] {
        findings(onReceived: launch).filter { $0.severity == .error && Self.rulesOnSyntax.contains($0.rule) }
    }

    private static let otherRules: Set<RuleID> = [
        Rules.requestContentType.id, Rules.requestBodyMissing.id, Rules.flowNotLaunchable.id,
    ]

    private static let rulesOnSyntax: Set<RuleID> = [
        Rules.payloadSyntax.id, Rules.requestContentType.id, Rules.requestBodyMissing.id,
    ]
}
