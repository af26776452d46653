import SourceText
import Testing
import YAML

@testable import DriftCore
@testable import DriftReports

/// A verdict that shows what a report can contain.
struct SampleVerdict: Sendable, CustomTestStringConvertible {
    /// The name of the golden files.
    let name: String

    let verdict: Verdict

    var testDescription: String { name }

    static let all = [inSync, drift, couldNotCheck, hostile]

    /// The options of the reports; without a version, so that a release changes no golden file.
    static let options = ReportOptions(fallbackFile: "flowdrift.yaml")

    /// Two contracts in two environments, one of which must hold in only one of them.
    static let inSync = SampleVerdict(
        name: "in-sync",
        verdict: Verdict(
            findings: [],
            coverage: coverage([
                cell("callback-request", "prod"), cell("callback-request", "test"), cell("survey", "prod"),
            ])
        )
    )

    /// Every severity, several environments and owners, a finding without a place, and one without a contract.
    static let drift = SampleVerdict(
        name: "drift",
        verdict: Verdict(
            findings: [
                renamed("prod"), renamed("test"), retyped,
                finding("input-not-sent", .note, "Input 'Flow.queue' has no default; the contract never sends it", 4),
                disabled, added, unfilled,
            ],
            coverage: coverage(
                [
                    cell("callback-request", "prod"), cell("callback-request", "test"),
                    cell("order-status", "prod", owner: "team-orders"), cell("survey", "prod", owner: nil),
                    cell("survey", "test", owner: nil),
                ],
                unknowns: [unknown("the id of 'workflow/survey' is unknown", "survey", "test")]
            )
        )
    )

    /// Files that couldn't be read, a contract whose flow couldn't, and unknowns.
    static let couldNotCheck = SampleVerdict(
        name: "could-not-check",
        verdict: Verdict(
            findings: [],
            coverage: coverage(
                [cell("callback-request", "prod"), cell("survey", "prod", isJudged: false), cell("survey", "test")],
                unknowns: [
                    unknown(
                        "trigger 'Survey' was not checked: there is no list of triggers to compare with",
                        "survey",
                        "test"
                    ),
                    Unknown(reason: "topic 'v2.x.{id}' is in no catalogue", fix: "fetch the topics"),
                ]
            ),
            problems: [
                ReadingError(
                    "Unknown key 'lunch'",
                    at: place("specs/survey.yaml", 3),
                    fix: "did you mean 'launch'?"
                ),
                ReadingError("There is no such file", at: Place(file: "snapshots/prod/workflow/survey.yaml")),
            ],
            isStrict: true
        )
    )

    /// Names made to break the syntax of every format.
    static let hostile = SampleVerdict(
        name: "hostile",
        verdict: Verdict(
            findings: [hostileFinding],
            coverage: coverage(
                [hostileCell],
                unknowns: [unknown("is '\(HostileName.markup)' known?", HostileName.terminal, "prod")]
            ),
            problems: [
                ReadingError("Not '\(HostileName.markup)'", at: Place(file: "a,b:c%\(HostileName.terminal).yaml"))
            ]
        )
    )
}
