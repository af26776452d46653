import DriftCore
import YAML

/// The report as GitLab's Code Quality, which a merge request shows in its widget and at its lines.
///
/// Source: docs.gitlab.com, "Code Quality", report format.
struct GitLabReport {
    private let options: ReportOptions

    init(_ options: ReportOptions = ReportOptions()) {
        self.options = options
    }

    /// The report of a verdict: findings, then what couldn't be read, then what is unknown.
    func text(of verdict: Verdict) -> String {
        let findings = verdict.findings.map { finding in
            Entry(
                description: Wording.sentence(finding, showsNames: options.showsNames),
                checkName: finding.rule,
                fingerprint: finding.fingerprint,
                severity: finding.acceptance == nil ? severity(finding.severity) : "info",
                location: location(finding.place)
            )
        }
        let problems = verdict.problems.map { problem in
            Entry(
                description: Wording.sentence(problem),
                checkName: "could-not-be-read",
                fingerprint: StableHash(of: "could not be read: \(problem)").hexadecimal,
                severity: "blocker",
                location: location(problem.place)
            )
        }
        let unknowns = verdict.coverage.unknowns.map { unknown in
            Entry(
                description: Wording.sentence(unknown),
                checkName: "not-decided",
                fingerprint: fingerprint(unknown),
                severity: verdict.isStrict ? "blocker" : "minor",
                location: location(unknown.place)
            )
        }
        let nothing = Entry(
            description: Wording.verdict(verdict),
            checkName: "could-not-check",
            fingerprint: StableHash(of: "nothing was judged").hexadecimal,
            severity: "blocker",
            location: location(nil)
        )
        return JSONText.encode(findings + problems + unknowns + (verdict.isEmpty ? [nothing] : []))
    }

    private func severity(_ severity: Severity) -> String {
        switch severity {
        case .error: "critical"
        case .warning: "major"
        case .note: "info"
        }
    }

    private func fingerprint(_ unknown: Unknown) -> String {
        let parts = [unknown.environment?.text, unknown.contract, unknown.flow?.description, unknown.reason]
        return StableHash(of: "not decided: " + parts.map { $0 ?? "" }.joined(separator: "\u{1F}")).hexadecimal
    }

    /// Where the widget points; GitLab rejects entries without a file and a line.
    private func location(_ place: Place?) -> Location {
        let file = ReportPath.plain(place?.file ?? options.fallbackFile)
        return Location(path: Printable.text(file), lines: Lines(begin: place?.position?.line ?? 1))
    }

    private struct Entry: Encodable {
        var description: String
        var checkName: String
        var fingerprint: String
        var severity: String
        var location: Location

        private enum CodingKeys: String, CodingKey {
            case description, fingerprint, severity, location
            case checkName = "check_name"
        }
    }

    private struct Location: Encodable {
        var path: String
        var lines: Lines
    }

    private struct Lines: Encodable {
        var begin: Int
    }
}
