import DriftCore
import YAML

/// The report as JUnit's XML: a suite for each environment, with a case for each contract.
///
/// It includes what is in sync, so that a CI server counts what passed.
struct JUnitReport {
    func text(of verdict: Verdict) -> String {
        let table = CellTable(verdict)
        var suites = environments(table).map { name, cells in
            Suite(name: name, cases: cells.map { testCase($0, verdict) })
        }
        suites.append(
            Suite(
                name: "could not be read",
                cases: verdict.problems.map { problem in
                    Case(
                        name: problem.place.file,
                        group: "flowdrift",
                        place: problem.place,
                        error: Wording.sentence(problem)
                    )
                }
            )
        )
        suites.append(
            Suite(
                name: "unknown",
                cases: table.strayUnknowns.map { unknown in
                    undecided(Case(name: unknown.reason, group: "flowdrift", place: unknown.place), [unknown], verdict)
                }
            )
        )
        if verdict.isEmpty {
            let nothing = Case(name: "check", group: "flowdrift", error: Wording.verdict(verdict))
            suites.append(Suite(name: "flowdrift", cases: [nothing]))
        }
        suites.removeAll(where: \.cases.isEmpty)
        let counts = Self.counts(of: suites.flatMap(\.cases))
        return XMLNode.element("testsuites", [("name", "flowdrift")] + counts, suites.map(\.node)).document
    }

    private func environments(_ table: CellTable) -> [(String, [JudgedCell])] {
        let groups = Dictionary(grouping: table.cells) { $0.cell.environment?.text ?? "" }
        return groups.sorted { $0.key < $1.key }.map { ($0.key.isEmpty ? "flows" : $0.key, $0.value) }
    }

    private func testCase(_ judged: JudgedCell, _ verdict: Verdict) -> Case {
        let cell = judged.cell
        var testCase = Case(
            name: judged.name,
            group: ["flowdrift", cell.environment?.text].compactMap(\.self).joined(separator: "."),
            place: cell.place
        )
        testCase.failures = judged.findings.filter(verdict.isFailing)
        testCase.output = judged.allFindings.filter { !verdict.isFailing($0) }.map(Case.line)
        let others = judged.references(to: verdict)
        if testCase.failures.isEmpty, !others.isEmpty {
            // The case isn't in sync, but its finding is reported once, with the others that have the same cause.
            testCase.skipped = Printable.text("Not in sync: \(others.joined(separator: ", "))")
        } else if judged.outcome == .notRead {
            testCase.error = "The flow could not be read, or its inputs are unknown."
        } else if !judged.unknowns.isEmpty {
            testCase = undecided(testCase, judged.unknowns, verdict)
        }
        return testCase
    }

    /// A case with something unknown: skipped, or an error with `--strict`.
    private func undecided(_ testCase: Case, _ unknowns: [Unknown], _ verdict: Verdict) -> Case {
        var testCase = testCase
        let text = unknowns.map(Wording.sentence).joined(separator: "\n")
        if !testCase.failures.isEmpty {
            testCase.output.append(text)
        } else if verdict.isStrict {
            testCase.error = text
        } else {
            testCase.skipped = text
        }
        return testCase
    }
}

extension JUnitReport {
    /// The counts that begin a suite, and the whole document.
    private static func counts(of cases: [Case]) -> [(name: String, value: String?)] {
        [
            ("tests", "\(cases.count)"),
            ("failures", "\(cases.count { !$0.failures.isEmpty })"),
            ("errors", "\(cases.count { $0.error != nil })"),
            ("skipped", "\(cases.count { $0.skipped != nil })"),
        ]
    }

    /// The cases of one environment.
    private struct Suite {
        var name: String
        var cases: [Case]

        var node: XMLNode {
            .element("testsuite", [("name", name)] + JUnitReport.counts(of: cases), cases.map(\.node))
        }
    }

    /// One contract in one environment.
    private struct Case {
        var name: String
        var group: String
        var place: Place?
        var failures: [Finding] = []
        var error: String?
        var skipped: String?
        var output: [String] = []

        var node: XMLNode {
            let attributes: [(name: String, value: String?)] = [
                ("classname", group), ("name", name), ("file", place.map { ReportPath.plain($0.file) }),
                ("line", place?.position.map { "\($0.line)" }),
            ]
            let printed: [XMLNode] = output.isEmpty ? [] : [.element("system-out", [], [.text(lines(output))])]
            return .element("testcase", attributes, outcome + printed)
        }

        /// At most one element, because most readers only use the first.
        private var outcome: [XMLNode] {
            if let first = failures.first {
                let more = failures.count == 1 ? "" : " (and \(failures.count - 1) more)"
                let attributes: [(name: String, value: String?)] = [
                    ("message", first.message + more), ("type", first.rule),
                ]
                return [.element("failure", attributes, [.text(lines(failures.map(Self.line)))])]
            }
            if let error { return [.element("error", [("message", error), ("type", "could-not-check")], [])] }
            return skipped.map { [.element("skipped", [("message", $0)], [])] } ?? []
        }

        private func lines(_ lines: [String]) -> String {
            "\n" + lines.joined(separator: "\n") + "\n"
        }

        /// A finding as a terminal shows it.
        static func line(_ finding: Finding) -> String {
            let place = finding.place.map { "\($0): " } ?? ""
            let head = "\(place)\(finding.severity.rawValue): \(finding.message) [\(finding.rule)]"
            let origin = Wording.origin(of: finding, showsNames: true).map { "\n  " + Printable.text($0) } ?? ""
            let others = Wording.sameCause(finding).map { "\n  " + Printable.text($0) } ?? ""
            let acceptance = finding.acceptance.map { "\n  " + Printable.text($0.phrase) } ?? ""
            return Printable.text(head) + "\n  fix: " + Printable.text(finding.fix.summary) + origin + acceptance
                + others
        }
    }
}
