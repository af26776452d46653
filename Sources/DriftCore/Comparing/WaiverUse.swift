/// A waiver and the findings of a run that it covers.
public struct WaiverUse: Sendable {
    let waiver: Waiver

    /// The findings that the waiver covers, whether or not it has expired.
    let findings: [Finding]

    let today: Day

    /// Whether the run checked what the waiver is about.
    let isInRun: Bool

    /// Combines a waiver with the findings of a run.
    public init(_ waiver: Waiver, on today: Day, findings: [Finding], isInRun: Bool) {
        self.waiver = waiver
        self.today = today
        self.findings = findings
        self.isInRun = isInRun
    }

    var hasExpired: Bool { waiver.hasExpired(on: today) }

    /// The findings in the environment where the waiver covers most findings, each once.
    var broadest: [Finding] {
        let groups = Dictionary(grouping: findings, by: \.environment).mapValues { group in
            Dictionary(group.map { ($0.fingerprint, $0) }) { first, _ in first }.values.sorted()
        }
        let ordered = groups.sorted { ($0.key?.text ?? "") < ($1.key?.text ?? "") }.map(\.value)
        return ordered.max { $0.count < $1.count } ?? []
    }

    func evidence(_ message: String, fix: String) -> Evidence {
        Evidence(message, at: waiver.place, on: waiver.phrase, fix: Fix(fix))
    }
}

extension Severity {
    fileprivate var phrase: String { (self == .error ? "an " : "a ") + rawValue }
}

extension Waiver {
    /// Whether the last day of the waiver is over.
    public func hasExpired(on today: Day) -> Bool { today > terms.expires }
}

extension [Waiver] {
    /// Returns all findings; those that a valid waiver covers are marked as accepted.
    public func applied(to findings: [Finding], on today: Day) -> [Finding] {
        let valid = filter { !$0.hasExpired(on: today) }
        return findings.map { finding in
            guard let waiver = valid.first(where: { $0.accepts(finding) }) else { return finding }
            var finding = finding
            finding.acceptance = .waived(waiver.terms)
            return finding
        }
    }

    /// The waivers that haven't expired and end within the next 30 days, the first to end first.
    public func endingSoon(on today: Day) -> [Waiver] {
        filter { !$0.hasExpired(on: today) && today.days(until: $0.terms.expires) <= Waiver.daysOfNotice }
            .sorted { ($0.terms.expires, $0.labelledPhrase) < ($1.terms.expires, $1.labelledPhrase) }
    }

    /// A remark on the waivers that end soon, or `nil` if none does.
    public func remarkOnEnds(on today: Day) -> Remark? {
        let ending = endingSoon(on: today)
        guard let first = ending.first else { return nil }
        let count = ending.count == 1 ? "1 waiver ends" : "\(ending.count) waivers end"
        return Remark(
            "\(count) within \(Waiver.daysOfNotice) days, the \(ending.count == 1 ? "last day is" : "first on") "
                + "\(first.terms.expires); `flowdrift waive --list` lists them"
        )
    }

    /// A remark for each waiver whose finding has become more severe than accepted.
    public func remarks(on findings: [Finding], on today: Day) -> [Remark] {
        filter { !$0.hasExpired(on: today) }.compactMap { waiver in
            let outgrown = findings.filter { waiver.covers($0) && !waiver.accepts($0) && $0.acceptance == nil }
            guard let worst = outgrown.map(\.severity).max() else { return nil }
            return Remark(
                "the waiver of \(waiver.labelledPhrase) at \(waiver.place) accepts \(waiver.ceiling.phrase), but its "
                    + "finding is now \(worst.phrase), so the finding counts; to accept it, write `severity: \(worst)`"
            )
        }
    }
}
