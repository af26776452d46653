import DriftCore
import YAML

/// The report as annotations of GitHub Actions: a job prints them, and GitHub shows them at their lines.
///
/// Source: docs.github.com, "Workflow commands for GitHub Actions".
struct GitHubReport {
    private let showsNames: Bool

    init(_ options: ReportOptions = ReportOptions()) {
        showsNames = options.showsNames
    }

    /// The report of a verdict: a line for each annotation, then the verdict in words.
    func text(of verdict: Verdict) -> String {
        let findings = MergedFinding.merged(verdict.findings).map(annotation)
        let problems = verdict.problems.map { problem in
            line("error", problem.place, "could not be read", Wording.sentence(problem))
        }
        let unknowns = verdict.coverage.unknowns.map { unknown in
            line(verdict.isStrict ? "error" : "notice", unknown.place, "unknown", Wording.sentence(unknown))
        }
        let nothing = verdict.isEmpty ? [line("error", nil, "could not check", Wording.verdict(verdict))] : []
        let coverage = [Wording.coverage(verdict.coverage), Wording.code(verdict.coverage.code)].compactMap(\.self)
        let closing = [Wording.verdict(verdict)] + coverage
        return (findings + problems + unknowns + nothing + closing).map { $0 + "\n" }.joined()
    }

    private func annotation(of merged: MergedFinding) -> String {
        let finding = merged.finding
        let text = Wording.sentence(finding, in: merged.environments, showsNames: showsNames)
        let title = "\(finding.rule): \(Printable.text(Wording.name(finding)))"
        let command = finding.acceptance == nil ? command(finding.severity) : "notice"
        return line(command, finding.place, title, text + Wording.accepted(finding))
    }

    private func command(_ severity: Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
    }

    private func line(_ command: String, _ place: Place?, _ title: String, _ text: String) -> String {
        let properties: [(String, String?)] = [
            ("file", place.map { Printable.text(ReportPath.plain($0.file)) }),
            ("line", place?.position.map { "\($0.line)" }),
            ("col", place?.position.map { "\($0.column)" }),
            ("title", title),
        ]
        let written = properties.compactMap { name, value in value.map { "\(name)=\(property($0))" } }
        return "::\(command) \(written.joined(separator: ","))::\(data(text))"
    }

    /// Text after the second `::`.
    private func data(_ text: String) -> String {
        // The percent sign comes first, because the other escapes begin with it.
        text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    private func property(_ text: String) -> String {
        data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
