import DriftCore

/// The report for a review comment or a job's summary: failures come first, and the rest is folded.
struct MarkdownReport {
    /// How many failing findings are shown before the rest is folded.
    private static let shownFindings = 10

    private static let shownRows = 20

    private let run: RunFacts?
    private let isGate: Bool
    private let showsNames: Bool
    private let ci: CIRun?
    private let changedFiles: Set<String>
    private let callers: [CallerGraph]

    init(_ options: ReportOptions) {
        run = options.run
        isGate = options.gate != nil
        showsNames = options.showsNames
        ci = options.ci
        changedFiles = options.changedFiles
        callers = options.callers
    }

    func text(of verdict: Verdict) -> String {
        let merged = MergedFinding.merged(verdict.findings)
        let open = merged.filter { verdict.isFailing($0.finding) }
        let (changed, elsewhere) = (open.filter(isInChangedFile), open.filter { !isInChangedFile($0) })
        let failing = changed + elsewhere
        let accepted = merged.filter { $0.finding.acceptance != nil }
        let passing = merged.filter { $0.finding.acceptance == nil && !verdict.isFailing($0.finding) }
        let unknowns = verdict.coverage.unknowns
        var page = MarkdownPage()
        page.add("## flowdrift")
        let coverage = [Wording.coverage(verdict.coverage), Wording.code(verdict.coverage.code)].compactMap(\.self)
        page.add("**\(sentence(Wording.verdict(verdict)))** " + coverage.map(sentence).joined(separator: " "))
        page.add(matrix(CellTable(verdict)))
        page.add(items: verdict.problems.map(item))
        if changed.isEmpty || elsewhere.isEmpty {
            page.add(items: failing.prefix(Self.shownFindings).map(item))
        } else {
            page.add("**In the changed files**")
            page.add(items: changed.prefix(Self.shownFindings).map(item))
            let left = elsewhere.prefix(max(0, Self.shownFindings - changed.count))
            if !left.isEmpty { page.add("**In other files**") }
            page.add(items: left.map(item))
        }
        page.addFolded("More findings that fail the run", items: failing.dropFirst(Self.shownFindings).map(item))
        let impact = impact(of: verdict)
        if !impact.isEmpty {
            page.add("**Callers that break**")
            page.add(items: impact.map { MarkdownText.phrase($0.text) })
        }
        page.addFolded("Findings below \(verdict.failOn.rawValue), which don't fail the run", items: passing.map(item))
        page.addFolded("Accepted", items: accepted.map(item))
        page.addFolded("Unknown", items: unknowns.map(item))
        let remarks = verdict.coverage.remarks.filter { $0.kind != .impact }
        page.addFolded("Worth knowing", items: remarks.map { MarkdownText.phrase($0.text) })
        if let run { page.add("<sub>\(Printable.text(run.phrases.joined(separator: " · ")))</sub>") }
        if let url = ci?.url { page.add("[The run with the full report](\(url))") }
        return CIRun.mark(ci, status: verdict.status.rawValue) + "\n" + page.text
    }

    /// Whether a finding, or one with the same cause, is in a file that the pull request changes.
    private func isInChangedFile(_ merged: MergedFinding) -> Bool {
        ([merged.finding] + merged.finding.sameCause).contains { finding in
            finding.place.map { changedFiles.contains(ReportPath.plain($0.file)) } ?? false
        }
    }

    /// How many callers of each flow break.
    private func impact(of verdict: Verdict) -> [Remark] {
        let known = verdict.coverage.remarks.filter { $0.kind == .impact }
        guard known.isEmpty else { return known }
        let counting = verdict.everyShown.filter { $0.acceptance == nil }
        return callers.flatMap { Impact(graph: $0).remarks(on: counting) }
    }

    private func sentence(_ phrase: String) -> String {
        phrase.prefix(1).uppercased() + phrase.dropFirst() + "."
    }

    private func item(_ merged: MergedFinding) -> String {
        let finding = merged.finding
        let name = MarkdownText.code(Wording.name(finding))
        let owner = finding.owner.map { " (\(MarkdownText.code($0)))" } ?? ""
        let severity = "**\(finding.severity.rawValue)**" + scope(merged.environments)
        let origin = finding.place.map { " at \(code($0))" } ?? ""
        return "\(severity), \(name)\(owner): \(MarkdownText.phrase(finding.message))"
            + fix(finding.fix.summary)
            + (Wording.origin(of: finding, showsNames: showsNames).map {
                "<br>" + MarkdownText.phrase(Wording.capitalized($0))
            } ?? "")
            + (finding.mover.map { "<br>Moved: " + MarkdownText.phrase($0.phrase) } ?? "")
            + (finding.acceptance.map { "<br>" + MarkdownText.phrase($0.phrase) } ?? "")
            + (Wording.sameCause(finding).map { "<br>" + MarkdownText.phrase(Wording.capitalized($0)) } ?? "")
            + " (`\(finding.rule)`\(origin))"
    }

    private func item(_ problem: ReadingError) -> String {
        "**not read**, \(code(problem.place)): \(MarkdownText.phrase(problem.problem))"
            + (problem.fix.map(fix) ?? "")
    }

    private func item(_ unknown: Unknown) -> String {
        let name = (unknown.contract ?? unknown.flow?.description).map { ", \(MarkdownText.code($0))" } ?? ""
        return "**unknown**\(scope(unknown.environment.map { [$0.text] } ?? []))\(name): "
            + MarkdownText.phrase(unknown.reason) + fix(unknown.fix)
    }

    private func scope(_ environments: [String]) -> String {
        environments.isEmpty ? "" : " in " + environments.map { MarkdownText.code($0) }.joined(separator: ", ")
    }

    private func fix(_ summary: String) -> String {
        "<br>Fix: " + MarkdownText.phrase(summary)
    }

    private func code(_ place: Place) -> String {
        MarkdownText.code(place.description)
    }
}

extension MarkdownReport {
    /// The rows of the matrix that aren't in sync everywhere, and each contract of a gate; `nil` if there are none.
    private func matrix(_ table: CellTable) -> String? {
        let matrix = Matrix(table)
        let rows = matrix.rows.filter { !$0.isInSync } + matrix.rows.filter { isGate && $0.isInSync && $0.isOfContract }
        guard !rows.isEmpty else { return nil }
        let head = [Matrix.heading(rows)] + matrix.environments.map(Matrix.title)
        let lines = rows.prefix(Self.shownRows).map { row in
            [MarkdownText.cell(row.name)] + row.cells.map { $0?.phrase ?? row.absence }
        }
        let text = ([head, head.map { _ in "---" }] + lines).map { "| " + $0.joined(separator: " | ") + " |\n" }
            .joined()
        let inSync = matrix.rows.count - rows.count
        let left = [
            rows.count > Self.shownRows ? "\(rows.count - Self.shownRows) more rows are left out." : nil,
            inSync > 0 ? "In sync everywhere: \(Wording.count(inSync, "other"))." : nil,
        ]
        let closing = left.compactMap(\.self).joined(separator: " ")
        return text + (closing.isEmpty ? "" : "\n" + closing + "\n")
    }
}
