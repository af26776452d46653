import DriftCore

/// Phrases that several reports share.
enum Wording {
    /// A number with its noun: `1 error`, `2 errors`, `4,000 inputs`.
    static func count(_ number: Int, _ noun: String) -> String {
        "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
    }

    /// A number with a comma before each group of three digits.
    private static func grouped(_ number: Int) -> String {
        var digits = Array(String(number))
        for index in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: index) }
        return String(digits)
    }

    /// The number of subjects of remarks of one kind, or `nil` if the kind has no common phrase.
    static func phrase(_ count: Int, _ kind: Remark.Kind) -> String? {
        switch kind {
        case .other, .impact, .repository: nil
        case .planned: "\(self.count(count, "change")) planned"
        case .pendingDraft: "\(self.count(count, "draft")) not published"
        case .editedSnapshot: "\(self.count(count, "snapshot")) edited, or made from another export"
        case .otherLaunch:
            "\(self.count(count, "launch").replacing("launchs", with: "launches")) of other flows in payloads"
        case .unreadInput:
            "\(self.count(count, "input")) that \(count == 1 ? "its flow never reads" : "their flows never read")"
        case .untracedInput: "\(self.count(count, "input")) whose use in flows can't be traced completely"
        }
    }

    /// The findings by severity, most severe first, then the accepted ones: `2 errors, 1 note, 1 waived`.
    ///
    /// Starts with `no findings` if all are accepted, or if there are none.
    static func counts(_ findings: [Finding]) -> String {
        let parts = Severity.allCases.reversed().compactMap { severity in
            let number = findings.count { $0.severity == severity && $0.acceptance == nil }
            return number == 0 ? nil : count(number, severity.rawValue)
        }
        let accepted = Acceptance.words.compactMap { word in
            let number = findings.count { $0.acceptance?.word == word }
            return number == 0 ? nil : "\(number) \(word)"
        }
        return ((parts.isEmpty ? ["no findings"] : parts) + accepted).joined(separator: ", ")
    }

    /// The verdict in one line: `drift: 2 errors, 1 note`.
    static func verdict(_ verdict: Verdict) -> String {
        let folded = verdict.findings.reduce(0) { $0 + $1.sameCause.count }
        let counts = counts(verdict.findings) + (folded == 0 ? "" : " (and \(folded) with the same cause)")
        switch verdict.status {
        case .drift:
            return "drift: \(counts)" + (verdict.problems.isEmpty ? "" : "; not everything could be read")
        case .inSync where verdict.launchesNothing: return "nothing to check: no request starts a flow"
        case .inSync where verdict.findings.allSatisfy({ $0.acceptance != nil }): return inSync(verdict) + counts
        case .inSync: return inSync(verdict) + "\(counts), \(failing(verdict))"
        case .couldNotCheck, .badUsage: return "could not check: \(reason(verdict))"
        }
    }

    /// Says that no finding has a severity that fails the run: `no error`, `no warning or error`.
    private static func failing(_ verdict: Verdict) -> String {
        let accepted = verdict.findings.contains { $0.acceptance != nil && $0.severity >= verdict.failOn }
        let severities =
            switch verdict.failOn {
            case .error: "no error"
            case .warning: "no warning or error"
            case .note: "no finding"
            }
        return accepted ? severities + " that counts" : severities
    }

    /// The claim that a run is in sync, limited to what could be checked if anything is unknown.
    private static func inSync(_ verdict: Verdict) -> String {
        verdict.unknownCount == 0 ? "in sync: " : "in sync for what could be checked: "
    }

    private static func reason(_ verdict: Verdict) -> String {
        if !verdict.problems.isEmpty { return count(verdict.problems.count, "problem") + " to fix first" }
        if verdict.coverage.sources.isWanted, verdict.coverage.sources.files == 0 { return "no file was scanned" }
        if !verdict.hasJudged { return "no contract and no trigger was checked" }
        return count(verdict.unknownCount, "unknown result") + ", and this run allows none"
    }

    /// `2 requests`, and for lint with the flow: `1 request against workflow/Callback Request in prod`.
    private static func requestPhrase(_ coverage: Coverage, isLint: Bool) -> String {
        let (checked, total) = (coverage.requests.checked, coverage.requests.total)
        let phrase = (checked == total ? "" : "\(checked) of ") + count(total, "request")
        let names = Set(
            coverage.cells.compactMap { cell in
                cell.flow.map { "\($0)" + (cell.environment.map { " in \($0)" } ?? "") }
            }
        )
        guard isLint, !names.isEmpty else { return phrase }
        return phrase + " against "
            + (names.count > 3 ? count(names.count, "flow") : names.sorted().joined(separator: ", "))
    }

    /// How much of the code was compared: `code: 3 of 4 contracts compared (1 declared, 2 observed), 11 of 12 inputs`.
    ///
    /// It's `nil` if no contract names a schema, recordings or source files.
    static func code(_ code: CodeCoverage) -> String? {
        guard code.isWanted else { return nil }
        let (checked, total) = (code.compared.count, code.contracts.count)
        let kinds = [
            (code.declared.count, "declared"), (code.observed.count, "observed"), (code.mentioned.count, "mentioned"),
        ].filter { $0.0 > 0 }
            .map { "\($0) \($1)" }
        return "code: \(checked) of \(count(total, "contract")) compared"
            + (kinds.isEmpty ? "" : " (\(kinds.joined(separator: ", ")))")
            + ", \(code.inputs.checked) of \(count(code.inputs.total, "input"))"
    }

    /// The source files in one line: `scanned: 1,204 files; 3 launches in 2 files; skipped: 2 binary`.
    static func sources(_ sources: SourceCoverage) -> String {
        var parts = [count(sources.files, "file")]
        let launches = sources.launches == 1 ? "1 launch" : "\(grouped(sources.launches)) launches"
        if sources.launches > 0 {
            let unknown = sources.unknownFlows == 0 ? "" : ", \(grouped(sources.unknownFlows)) of an unknown flow"
            parts.append("\(launches) in \(count(sources.filesWithLaunches, "file"))\(unknown)")
        } else {
            parts.append("no launch")
        }
        let skipped = sources.skipped.sorted { $0.key < $1.key }.map { "\(grouped($0.value)) \($0.key)" }
        if !skipped.isEmpty { parts.append("skipped: " + skipped.joined(separator: ", ")) }
        return "scanned: " + parts.joined(separator: "; ")
    }

    /// The coverage in one line: `checked: 12 contracts, 34 of 35 inputs; 1 unknown`.
    static func coverage(_ coverage: Coverage) -> String {
        if coverage.sources.isWanted { return sources(coverage.sources) }
        let counts = [
            (coverage.inputs, "input"), (coverage.outputs, "output"), (coverage.triggers, "promised trigger"),
            (coverage.triggerEvents, "trigger event"),
        ]
        let parts = counts.filter { $0.0.total > 0 }.map { counted, noun in
            "\(grouped(counted.checked)) of \(count(counted.total, noun))"
        }
        let unknowns = coverage.unknowns.count
        let requests = coverage.requests.total
        let isLint = coverage.contracts.isEmpty && (requests > 0 || coverage.filesWithoutLaunch > 0)
        let others = coverage.otherRequests
        let rest =
            others == 0 && coverage.filesWithoutLaunch == 0
            ? "" : "; not checked: \(count(others, "request")) that \(others == 1 ? "starts" : "start") no flow"
        let subjects =
            (isLint ? [] : [count(coverage.contracts.count, "contract")])
            + (requests > 0 || isLint ? [requestPhrase(coverage, isLint: isLint)] : [])
        return "checked: " + (subjects + parts).joined(separator: ", ") + rest
            + (unknowns == 0 ? "" : "; \(unknowns) unknown")
    }
}
