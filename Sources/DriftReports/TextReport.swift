public import DriftCore

/// The report for people: grouped by contract, with the place first.
public struct TextReport: Sendable {
    private let style: TextStyle

    /// Makes a report.
    public init(style: TextStyle = TextStyle()) {
        self.style = style
    }

    /// The report of a verdict, which ends with the number of findings and what was checked.
    public func text(of verdict: Verdict) -> String {
        var lines: [String] = []
        for group in groups(of: verdict.findings) {
            lines.append(heading(of: group[0]))
            lines += MergedFinding.merged(group).flatMap(self.lines)
            lines.append("")
        }
        if !verdict.coverage.unknowns.isEmpty {
            lines.append(style.text("not decided", as: .heading))
            lines += verdict.coverage.unknowns.map(line)
            lines.append("")
        }
        lines.append(style.text(Wording.verdict(verdict), as: role(of: verdict)))
        lines.append(Wording.coverage(verdict.coverage))
        if let code = Wording.code(verdict.coverage.code) { lines.append(code) }
        lines += verdict.coverage.remarks.map { "  " + Printable.text($0) }
        return style.wrapped(lines.joined(separator: "\n") + "\n")
    }

    /// The findings of each contract, and of each flow without one, in order.
    private func groups(of findings: [Finding]) -> [[Finding]] {
        var groups: [[Finding]] = []
        for finding in findings {
            if let last = groups.last?.first, last.contract == finding.contract,
                finding.contract != nil || last.flow == finding.flow && Wording.name(last) == Wording.name(finding)
            {
                groups[groups.count - 1].append(finding)
            } else {
                groups.append([finding])
            }
        }
        return groups
    }

    private func heading(of finding: Finding) -> String {
        // Each waiver has its own owner, so their common heading names none.
        let isOfWaivers = finding.contract == nil && finding.flow == nil
        let owner = isOfWaivers ? "" : finding.owner.map { " (\(Printable.text($0)))" } ?? ""
        return style.text(Printable.text(Wording.name(finding)), as: .heading) + owner
    }

    private func lines(of merged: MergedFinding) -> [String] {
        let (finding, environments) = (merged.finding, merged.environments)
        let place = finding.place.map { Printable.text($0.description) + ": " } ?? ""
        let word = finding.acceptance.map { $0.word + " " } ?? ""
        let severity = style.text(word + finding.severity.rawValue, as: role(of: finding))
        let scope = environments.isEmpty ? "" : " in " + environments.joined(separator: ", ")
        return [
            "  \(place)\(severity)\(scope): \(Printable.text(finding.message)) [\(finding.rule)]",
            "    fix: \(Printable.text(finding.fix.summary))",
        ]
            + (finding.mover.map { ["    moved: \($0.phrase)"] } ?? [])
            + (finding.acceptance.map { ["    \(Printable.text($0.phrase))"] } ?? []) + example(finding.event)
    }

    private func example(_ event: EventExample?) -> [String] {
        guard let event else { return [] }
        let received =
            event.received.isEmpty ? [] : ["    gives: \(Printable.text(event.received.joined(separator: "; ")))"]
        return ["    event: \(Printable.text(event.event))"] + received
    }

    private func line(of unknown: Unknown) -> String {
        let place = unknown.place.map { Printable.text($0.description) + ": " } ?? ""
        let scope = unknown.environment.map { " in \($0)" } ?? ""
        return
            "  \(place)unknown\(scope): \(Printable.text(unknown.reason))\n    fix: \(Printable.text(unknown.wayOut))"
    }

    private func role(of finding: Finding) -> TextStyle.Role {
        guard finding.acceptance == nil else { return .note }
        return switch finding.severity {
        case .error: .error
        case .warning: .warning
        case .note: .note
        }
    }

    private func role(of verdict: Verdict) -> TextStyle.Role {
        switch verdict.status {
        case .inSync: .good
        case .drift: .error
        case .couldNotCheck, .badUsage: .warning
        }
    }
}
