/// A waiver beside the findings of a run that it is about.
public struct WaiverUse: Sendable {
    /// The waiver.
    let waiver: Waiver

    /// The findings that it is about, whether or not it has expired.
    let findings: [Finding]

    /// The day of the run.
    let today: Day

    /// Whether the run would have found what the waiver is about.
    let isInRun: Bool

    /// Puts a waiver beside the findings of a run.
    public init(_ waiver: Waiver, on today: Day, findings: [Finding], isInRun: Bool) {
        self.waiver = waiver
        self.today = today
        self.findings = findings
        self.isInRun = isInRun
    }

    /// Whether the last day of the waiver is over.
    var hasExpired: Bool { waiver.hasExpired(on: today) }

    /// The most findings that it is about in one environment, each once.
    var broadest: [Finding] {
        let groups = Dictionary(grouping: findings, by: \.environment).mapValues { group in
            Dictionary(group.map { ($0.fingerprint, $0) }) { first, _ in first }.values.sorted()
        }
        let ordered = groups.sorted { ($0.key?.text ?? "") < ($1.key?.text ?? "") }.map(\.value)
        return ordered.max { $0.count < $1.count } ?? []
    }

    /// Evidence on the waiver itself.
    func evidence(_ message: String, fix: String) -> Evidence {
        Evidence(message, at: waiver.place, on: waiver.phrase, fix: Fix(fix))
    }
}

extension Severity {
    /// The severity with its article: `an error`.
    fileprivate var phrase: String { (self == .error ? "an " : "a ") + rawValue }
}

extension Waiver {
    /// Whether the last day on which the finding is accepted is over.
    public func hasExpired(on today: Day) -> Bool { today > terms.expires }
}

extension [Waiver] {
    /// Marks the findings that a waiver covers on a day; each finding stays.
    public func applied(to findings: [Finding], on today: Day) -> [Finding] {
        let valid = filter { !$0.hasExpired(on: today) }
        return findings.map { finding in
            guard let waiver = valid.first(where: { $0.accepts(finding) }) else { return finding }
            var finding = finding
            finding.acceptance = .waived(waiver.terms)
            return finding
        }
    }

    /// A line for each waiver whose finding has become more severe than what it accepts, and counts.
    public func remarks(on findings: [Finding], on today: Day) -> [String] {
        filter { !$0.hasExpired(on: today) }.compactMap { waiver in
            let outgrown = findings.filter { waiver.covers($0) && !waiver.accepts($0) && $0.acceptance == nil }
            guard let worst = outgrown.map(\.severity).max() else { return nil }
            return "the waiver of \(waiver.phrase) at \(waiver.place) accepts \(waiver.ceiling.phrase), and what it is "
                + "about is \(worst.phrase) now, which counts; if that is accepted too, write `severity: \(worst)`"
        }
    }
}
