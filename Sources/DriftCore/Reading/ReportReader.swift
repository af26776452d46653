import Foundation

/// Reads the findings of a JSON report that flowdrift wrote.
public struct ReportReader: Sendable {
    private let file: String

    /// Makes a reader of a file.
    public init(file: String) {
        self.file = file
    }

    /// What a report found, and when.
    public struct Report: Sendable {
        /// The findings in the report's order; each is followed by those with the same cause.
        public var findings: [Finding]

        /// For each of ``findings``, the index of the finding above it that has the same cause, or `nil` if it stands alone.
        public var heads: [Int?]

        /// The time of the run, as the report has it, or `nil` if it has none.
        public var time: String?

        /// The abbreviated commit that was checked, or `nil` if the report has none.
        public var commit: String?
    }

    /// Reads a report.
    ///
    /// The findings have what identifies them, their severity and their text; they have no place, and no waivers, which
    /// may have changed since.
    ///
    /// - Throws: ``ReadingError`` if the text isn't a report, or a finding isn't the one that its fingerprint names.
    public func report(_ bytes: [UInt8]) throws(ReadingError) -> Report {
        let document: Document
        do {
            document = try JSONDecoder().decode(Document.self, from: Data(bytes))
        } catch {
            var problem = DecodingReport(file: file, isEncoded: false, bytes: bytes).readingError(error)
            problem.fix = Self.fix
            throw problem
        }
        var findings: [Finding] = []
        var heads: [Int?] = []
        for (index, entry) in document.findings.enumerated() {
            let head = findings.count
            findings.append(try finding(entry, "findings[\(index)]"))
            heads.append(nil)
            for (other, entry) in (entry.sameCause ?? []).enumerated() {
                findings.append(try finding(entry, "findings[\(index)].sameCause[\(other)]"))
                heads.append(head)
            }
        }
        return Report(findings: findings, heads: heads, time: document.run?.time, commit: document.run?.commit)
    }

    private static let fix = "write the report with `flowdrift check --report json=report.json`, and name that file"

    private func finding(_ entry: Entry, _ path: String) throws(ReadingError) -> Finding {
        guard DriftRule.named(entry.rule) != nil, let severity = Severity(rawValue: entry.severity) else {
            throw mistake("'\(path)' has the rule '\(entry.rule)', which this version of flowdrift doesn't have")
        }
        var finding = Finding(
            rule: entry.rule,
            severity: severity,
            message: entry.message,
            fix: Fix(entry.fix),
            flow: entry.flow.flatMap(FlowKey.init),
            subject: entry.subject,
            environment: entry.environment.flatMap(EnvironmentName.init),
            contract: entry.contract,
            trigger: entry.trigger,
            caller: entry.caller,
            owner: entry.owner
        )
        guard finding.fingerprint == entry.fingerprint else {
            throw mistake("'\(path)' was edited, or is of another version of flowdrift: its fingerprint doesn't fit")
        }
        if entry.known == true { finding.acceptance = .known }
        return finding
    }

    private func mistake(_ problem: String) -> ReadingError {
        ReadingError(problem, at: Place(file: file), fix: Self.fix)
    }

    private struct Document: Decodable {
        var flowdrift: Int
        var findings: [Entry]
        var run: Run?
    }

    private struct Run: Decodable {
        var time: String
        var commit: String?
    }

    private struct Entry: Decodable {
        var rule: String
        var severity: String
        var message: String
        var fix: String
        var fingerprint: String
        var flow: String?
        var subject: String?
        var environment: String?
        var contract: String?
        var trigger: String?
        var caller: String?
        var owner: String?
        var known: Bool?
        var sameCause: [Entry]?
    }
}
