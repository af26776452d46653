import DriftCore
import YAML

/// The report as SARIF 2.1.0, for code scanning and editors.
///
/// It lists every rule, whether it fired or not, to show what was checked.
struct SARIFReport {
    private let options: ReportOptions

    init(_ options: ReportOptions = ReportOptions()) {
        self.options = options
    }

    /// The report of a verdict, with members sorted by name.
    func text(of verdict: Verdict) -> String {
        let driver = SARIF.Driver(semanticVersion: options.version, rules: DriftRule.all.map(rule))
        let run = SARIF.Run(
            tool: SARIF.Tool(driver: driver),
            invocations: [invocation(verdict)],
            results: verdict.findings.map(result)
        )
        return JSONText.encode(SARIF(runs: [run]))
    }

    private func rule(_ rule: DriftRule) -> SARIF.Rule {
        SARIF.Rule(
            id: rule.id,
            shortDescription: SARIF.Message(text: rule.summary),
            fullDescription: SARIF.Message(text: rule.explanation),
            help: SARIF.Message(text: rule.explanation, markdown: RulesPage.help(for: rule)),
            defaultConfiguration: SARIF.Configuration(level: rule.severity.rawValue)
        )
    }

    private func result(_ finding: Finding) -> SARIF.Result {
        SARIF.Result(
            ruleId: finding.rule,
            ruleIndex: DriftRule.all.firstIndex { $0.id == finding.rule } ?? -1,
            level: finding.severity.rawValue,
            message: message(Wording.sentence(finding)),
            locations: [location(finding)],
            relatedLocations: finding.sameCause.isEmpty ? nil : finding.sameCause.map(location),
            partialFingerprints: ["flowdrift/v1": finding.fingerprint],
            fixes: fix(finding).map { [$0] },
            suppressions: finding.acceptance.map { [SARIF.Suppression(justification: Printable.text($0.phrase))] },
            properties: SARIF.Properties(finding)
        )
    }

    private func location(_ finding: Finding) -> SARIF.Location {
        // Code scanning rejects a whole upload if one result names no file.
        let place = finding.place ?? Place(file: options.fallbackFile)
        let name = [finding.environment?.text, finding.flow?.description].compactMap(\.self).joined(separator: "/")
        return SARIF.Location(
            physicalLocation: physicalLocation(place),
            logicalLocations: [SARIF.LogicalLocation(fullyQualifiedName: Printable.text(name), kind: "flow")]
        )
    }

    private func physicalLocation(_ place: Place) -> SARIF.PhysicalLocation {
        SARIF.PhysicalLocation(
            artifactLocation: SARIF.ArtifactLocation(uri: ReportPath.uri(place.file)),
            region: place.position.map { SARIF.Region(startLine: $0.line, startColumn: $0.column) }
        )
    }

    private func fix(_ finding: Finding) -> SARIF.Fix? {
        guard let place = finding.place, let edit = finding.fix.edit else { return nil }
        let region = SARIF.Region(
            startLine: edit.start.line,
            startColumn: edit.start.column,
            endLine: edit.end.line,
            endColumn: edit.end.column
        )
        let replacement = SARIF.Replacement(
            deletedRegion: region,
            insertedContent: SARIF.Content(text: edit.replacement)
        )
        let change = SARIF.ArtifactChange(
            artifactLocation: SARIF.ArtifactLocation(uri: ReportPath.uri(place.file)),
            replacements: [replacement]
        )
        return SARIF.Fix(description: message(Printable.text(finding.fix.summary)), artifactChanges: [change])
    }

    private func invocation(_ verdict: Verdict) -> SARIF.Invocation {
        let problems = verdict.problems.map { problem in
            SARIF.Notification(
                level: "error",
                message: message(Wording.sentence(problem)),
                locations: [SARIF.Location(physicalLocation: physicalLocation(problem.place))]
            )
        }
        let unknowns = verdict.coverage.unknowns.map { unknown in
            SARIF.Notification(
                level: verdict.isStrict ? "error" : "warning",
                message: message(Wording.sentence(unknown)),
                locations: unknown.place.map { [SARIF.Location(physicalLocation: physicalLocation($0))] }
            )
        }
        let remarks = verdict.coverage.remarks.map { remark in
            SARIF.Notification(level: "note", message: message(Printable.text(remark.text)), locations: nil)
        }
        let nothing = SARIF.Notification(level: "error", message: message(Wording.verdict(verdict)), locations: nil)
        return SARIF.Invocation(
            executionSuccessful: verdict.isComplete,
            exitCode: verdict.status.rawValue,
            toolExecutionNotifications: problems + unknowns + remarks + (verdict.isEmpty ? [nothing] : [])
        )
    }

    /// A plain message, in which nothing is a link (SARIF 2.1.0, 3.11.6).
    ///
    /// Braces aren't doubled: viewers only undo that in messages with arguments, and these messages have none.
    private func message(_ text: String) -> SARIF.Message {
        SARIF.Message(text: text.replacing("](", with: "] ("))
    }
}
