import DriftCore

/// The content of the page, under the names that its template uses.
///
/// Mustache looks a name up in the enclosing parts, too, so the names of all parts differ.
struct HTMLPage {
    let style = Verbatim(HTMLReport.style)
    let script = Verbatim(HTMLReport.script)
    let policy = Verbatim(HTMLReport.policy)
    let title: HTMLText
    let verdict: HTMLText
    let coverage: HTMLText
    let code: HTMLText?
    let run: HTMLText?
    let command: HTMLText?
    let isDrift: Bool
    let isInSync: Bool
    let isUnchecked: Bool
    let matrix: MatrixPart?
    let hasFindings: Bool
    let environments: [HTMLText]
    let owners: [OwnerPart]
    let problems: [NoticePart]
    let hasProblems: Bool
    let unknowns: [NoticePart]
    let hasUnknowns: Bool
    let remarks: [HTMLText]
    let hasRemarks: Bool
    let rules: [RulePart]
    let called: CalledFlows?

    init(_ verdict: Verdict, _ facts: RunFacts?, _ callers: [CallerGraph] = []) {
        let drawn = CalledFlows(callers, verdict.everyShown)
        called = drawn.flows.isEmpty ? nil : drawn
        run = facts.map { HTMLText($0.phrases.joined(separator: " · ")) }
        command = facts.map { HTMLText($0.command) }
        let table = Matrix(CellTable(verdict))
        let findings = HTMLFindings(verdict.findings)
        let phrase = Wording.verdict(verdict)
        title = HTMLText(phrase + " - flowdrift")
        self.verdict = HTMLText(phrase.prefix(1).uppercased() + phrase.dropFirst())
        coverage = HTMLText(Wording.coverage(verdict.coverage))
        code = Wording.code(verdict.coverage.code).map(HTMLText.init)
        isDrift = verdict.status == .drift
        isInSync = verdict.status == .inSync
        isUnchecked = !isDrift && !isInSync
        matrix = table.rows.isEmpty ? nil : MatrixPart(table, findings)
        hasFindings = !verdict.findings.isEmpty
        let names = Set(verdict.findings.compactMap(\.environment)).sorted()
        environments = names.count > 1 ? names.map { HTMLText($0.text) } : []
        owners = findings.owners
        problems = verdict.problems.map(NoticePart.init)
        hasProblems = !problems.isEmpty
        unknowns = verdict.coverage.unknowns.map(NoticePart.init)
        hasUnknowns = !unknowns.isEmpty
        remarks = verdict.coverage.remarks.map { HTMLText($0.text) }
        hasRemarks = !remarks.isEmpty
        let fired = Set(verdict.everyShown.map(\.rule))
        rules = DriftRule.all.filter { fired.contains($0.id) }.map(RulePart.init)
    }

    /// Something that couldn't be read or is unknown.
    struct NoticePart {
        let noticePlace: HTMLText?
        let noticeScope: HTMLText?
        let noticeMessage: HTMLText
        let noticeFix: HTMLText?

        init(_ problem: ReadingError) {
            noticePlace = HTMLText(problem.place.description)
            noticeScope = nil
            noticeMessage = HTMLText(problem.problem)
            noticeFix = problem.fix.map(HTMLText.init)
        }

        init(_ unknown: Unknown) {
            noticePlace = unknown.place.map { HTMLText($0.description) }
            let parts = [unknown.contract ?? unknown.flow?.description, unknown.environment?.text]
            let scope = parts.compactMap(\.self).joined(separator: " in ")
            noticeScope = scope.isEmpty ? nil : HTMLText(scope)
            noticeMessage = HTMLText(unknown.reason)
            noticeFix = HTMLText(unknown.fix)
        }
    }

    struct RulePart {
        let ruleID: HTMLText
        let ruleSummary: HTMLText
        let ruleParagraphs: [HTMLText]

        init(_ rule: DriftRule) {
            ruleID = HTMLText(rule.id)
            ruleSummary = HTMLText(rule.summary)
            ruleParagraphs = rule.explanation.split(separator: "\n\n").map {
                HTMLText(String($0).replacing("`", with: ""))
            }
        }
    }
}

extension HTMLPage {
    struct MatrixPart {
        let firstHeading: HTMLText
        let columns: [HTMLText]
        let rows: [RowPart]
        let leftOut: HTMLText?

        init(_ matrix: Matrix, _ findings: HTMLFindings) {
            // An org may have thousands of flows without a contract, and most have nothing to report.
            let shown = matrix.rows.filter { $0.isOfContract || !$0.isInSync }
            let number = matrix.rows.count - shown.count
            firstHeading = HTMLText(Matrix.heading(shown))
            columns = matrix.environments.map { HTMLText(Matrix.title($0)) }
            rows = shown.map { RowPart($0, findings) }
            leftOut = number == 0 ? nil : HTMLText("In sync, but without a contract: \(Wording.count(number, "flow"))")
        }
    }

    struct RowPart {
        let rowName: HTMLText
        let rowOwner: HTMLText?
        let cells: [CellPart]

        init(_ row: Matrix.Row, _ findings: HTMLFindings) {
            rowName = HTMLText(row.name)
            rowOwner = row.owner.map(HTMLText.init)
            cells = row.cells.map { CellPart($0, absence: row.absence, findings) }
        }
    }

    struct CellPart {
        let cellPhrase: HTMLText
        let cellClass: HTMLText
        let cellSign: HTMLText
        let cellTarget: HTMLText?

        init(_ judged: JudgedCell?, absence: String, _ findings: HTMLFindings) {
            cellPhrase = HTMLText(judged?.phrase ?? absence)
            cellTarget = (judged?.allFindings.first).flatMap(findings.identifier).map(HTMLText.init)
            let look = Self.look(judged)
            (cellClass, cellSign) = (HTMLText(look.name), HTMLText(look.sign))
        }

        /// The class of a cell, and a sign with the same meaning for people who can't see colours.
        private static func look(_ judged: JudgedCell?) -> (name: String, sign: String) {
            switch judged?.outcome {
            case nil: ("absent", "–")
            case .inSync: ("good", "✓")
            case .unknown, .notRead: ("unknown", "?")
            case .accepted: HTMLFindings.look(.note)
            case .findings:
                HTMLFindings.look(judged?.allFindings.filter { $0.acceptance == nil }.map(\.severity).max() ?? .note)
            }
        }
    }
}
