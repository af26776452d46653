import SourceText
import Testing
import YAML

@testable import DriftCore

/// A verdict with the name of the golden files that show its reports.
struct ReportSample: Sendable, CustomTestStringConvertible {
    var name: String
    var verdict: Verdict

    var testDescription: String { name }

    static let all = [
        inSync, belowFailOn, drift, hostileNames, unknowns, strictUnknowns, problems, driftWithProblems, nothingJudged,
        accepted,
    ]

    private static let callback = FlowKey(type: .workflow, name: "Callback Request")
    private static let survey = FlowKey(type: .workflow, name: "Customer Survey")

    static let inSync = ReportSample(
        name: "in-sync",
        verdict: Verdict(
            findings: [],
            coverage: coverage(["a", "b"], inputs: (3, 3), outputs: (1, 1), triggers: (1, 1))
        )
    )

    static let belowFailOn = ReportSample(
        name: "below-fail-on",
        verdict: Verdict(
            findings: [renamed(in: "prod", severity: .warning)],
            coverage: coverage(["callback-request"], inputs: (1, 1))
        )
    )

    /// Two contracts, a flow without one, findings in two environments, and every possible member.
    static let drift = ReportSample(
        name: "drift",
        verdict: Verdict(
            findings: [
                renamed(in: "test"), renamed(in: "prod"),
                renamed(in: "prod", line: 9, subject: "Flow.priority"),
                Finding(
                    rule: "trigger-disabled",
                    severity: .error,
                    message: "Trigger 'Survey' is disabled; the contract says enabled",
                    fix: Fix("enable the trigger"),
                    flow: survey,
                    subject: "enabled",
                    environment: EnvironmentName("prod"),
                    contract: "survey",
                    trigger: "Survey",
                    place: Place(file: "specs/survey.yaml")
                ),
                Finding(
                    rule: "input-not-sent",
                    severity: .note,
                    message: "Input 'Flow.queue' is not sent",
                    fix: Fix("send it"),
                    flow: callback,
                    subject: "Flow.queue",
                    environment: EnvironmentName("prod"),
                    contract: "callback-request",
                    owner: "team-webshop",
                    place: Place(file: "specs/callback.yaml", position: Position(line: 4, column: 7))
                ),
                Finding(
                    rule: "flow-inactive",
                    severity: .warning,
                    message: "Nobody promised anything of it",
                    fix: Fix("activate the flow"),
                    flow: survey
                ),
            ],
            coverage: coverage(["callback-request", "survey"], inputs: (4, 4), outputs: (0, 0), triggers: (1, 1))
        )
    )

    /// Names that would move the cursor, colour the terminal, or change the writing direction.
    static let hostileNames = ReportSample(
        name: "hostile-names",
        verdict: Verdict(
            findings: [
                Finding(
                    rule: "input-undeclared",
                    severity: .error,
                    message: "Input 'Flow.\u{1B}[31ma\u{202E}b' is not declared\nby anybody",
                    fix: Fix("send 'Flow.\u{9B}2J\u{2066}c\u{7F}'"),
                    flow: FlowKey(type: .workflow, name: "A\u{2028}B"),
                    subject: "Flow.\u{1B}[31ma\u{202E}b",
                    contract: "a\rb",
                    owner: "team\u{8}\u{200F}",
                    place: Place(file: "specs/\u{1B}]0;x\u{7}.yaml", position: Position(line: 1, column: 1))
                )
            ],
            coverage: coverage(["a\rb"], inputs: (1, 1), unknowns: [unknown("is '\u{61C}\u{0}' known?", in: "prod")])
        )
    )

    static let unknowns = ReportSample(
        name: "unknowns",
        verdict: Verdict(
            findings: [],
            coverage: coverage(
                ["survey"],
                triggers: (0, 2),
                unknowns: [
                    unknown("no triggers are known", in: "test"),
                    Unknown(reason: "nothing is known of it", fix: "ask somebody"),
                ]
            )
        )
    )

    static let strictUnknowns = ReportSample(
        name: "strict-unknowns",
        verdict: Verdict(findings: [], coverage: unknowns.verdict.coverage, isStrict: true)
    )

    static let problems = ReportSample(
        name: "problems",
        verdict: Verdict(findings: [], coverage: coverage(["a"], inputs: (1, 1)), problems: unread)
    )

    static let driftWithProblems = ReportSample(
        name: "drift-with-problems",
        verdict: Verdict(
            findings: [renamed(in: "prod")],
            coverage: coverage(["callback-request"], inputs: (1, 1)),
            problems: unread
        )
    )

    static let nothingJudged = ReportSample(
        name: "nothing-judged",
        verdict: Verdict(findings: [], coverage: Coverage())
    )

    /// A waived finding, one in the baseline, an unused waiver, and which side moved.
    static let accepted: ReportSample = {
        let terms = Waiver.Terms(reason: "old IVR", owner: "voice", expires: Day(secondsSince1970: 1_795_176_000))
        var waived = renamed(in: "prod")
        waived.acceptance = .waived(terms)
        var known = renamed(in: "prod", line: 9, subject: "Flow.priority")
        known.acceptance = .known
        known.mover = .neither
        let unused = Finding(
            rule: "waiver-unused",
            severity: .warning,
            message: "The waiver of flow-missing covers no finding",
            fix: Fix("remove the waiver, or correct its names"),
            subject: "flow-missing",
            owner: "voice",
            place: Place(file: "flowdrift.yaml", position: Position(line: 3, column: 5))
        )
        let covered = Self.coverage(["callback-request"], inputs: (2, 2))
        return ReportSample(name: "accepted", verdict: Verdict(findings: [waived, known, unused], coverage: covered))
    }()

    // MARK: Parts

    private static let unread = [
        ReadingError("There are no snapshots", at: Place(file: "snapshots"), fix: "take some"),
        ReadingError("Unknown key 'lunch'", at: Place(file: "specs/a.yaml", position: Position(line: 3, column: 1))),
    ]

    private static func renamed(
        in environment: String,
        line: Int = 8,
        subject: String = "Flow.callerNumber",
        severity: Severity = .error
    ) -> Finding {
        Finding(
            rule: "input-undeclared",
            severity: severity,
            message: "Input '\(subject)' is not declared",
            fix: Fix("send another"),
            flow: callback,
            subject: subject,
            environment: EnvironmentName(environment),
            contract: "callback-request",
            owner: "team-webshop",
            place: Place(file: "specs/callback.yaml", position: Position(line: line, column: 5))
        )
    }

    private static func unknown(_ reason: String, in environment: String) -> Unknown {
        Unknown(
            reason: reason,
            fix: "put a trigger listing beside the exports",
            contract: "survey",
            flow: survey,
            environment: EnvironmentName(environment),
            place: Place(file: "specs/survey.yaml", position: Position(line: 6, column: 11))
        )
    }

    private static func coverage(
        _ contracts: Set<String>,
        inputs: (Int, Int) = (0, 0),
        outputs: (Int, Int) = (0, 0),
        triggers: (Int, Int) = (0, 0),
        unknowns: [Unknown] = []
    ) -> Coverage {
        var coverage = Coverage()
        coverage.contracts = contracts
        coverage.judgements = contracts.count
        coverage.inputs = Coverage.Count(checked: inputs.0, total: inputs.1)
        coverage.outputs = Coverage.Count(checked: outputs.0, total: outputs.1)
        coverage.triggers = Coverage.Count(checked: triggers.0, total: triggers.1)
        coverage.unknowns = unknowns
        return coverage
    }
}
