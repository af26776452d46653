import SourceText
import Testing

@testable import DriftCore

struct WaiverTests {
    private static let today = Day(secondsSince1970: 1_795_176_000)

    private static let finding = Finding(
        rule: "input-undeclared",
        severity: .error,
        message: "m",
        fix: Fix("f"),
        flow: .workflow("Callback prod"),
        subject: "Flow.ani",
        environment: EnvironmentName("prod"),
        contract: "callback",
        trigger: "T prod"
    )

    private static func waiver(_ change: (inout Waiver) -> Void = { _ in }) -> Waiver {
        var waiver = Waiver(accepting: finding, on: Waiver.Terms(reason: "r", owner: "o", expires: today))
        change(&waiver)
        return waiver
    }

    @Test(
        arguments: [
            { _ in }, { $0.contract = nil }, { $0.flow = nil }, { $0.trigger = nil }, { $0.subject = nil },
            { $0.environments = [] }, { $0.contract = "call*" }, { $0.flow = "workflow/Callback {environment}" },
            { $0.flow = "*" }, { $0.trigger = "T {environment}" }, { $0.subject = "Flow.an?" },
        ] as [@Sendable (inout Waiver) -> Void]
    )
    func coversTheFindingThatItNames(_ change: @Sendable (inout Waiver) -> Void) {
        #expect(Self.waiver(change).covers(Self.finding))
    }

    @Test(
        arguments: [
            { $0.rule = "input-unscoped" }, { $0.contract = "call" }, { $0.flow = "workflow/Callback test" },
            { $0.trigger = "U" }, { $0.subject = "Flow.ANI" },
            { $0.environments = [EnvironmentName("test")].compactMap(\.self) },
        ] as [@Sendable (inout Waiver) -> Void]
    )
    func coversNoOtherFinding(_ change: @Sendable (inout Waiver) -> Void) {
        #expect(!Self.waiver(change).covers(Self.finding))
    }

    @Test func coversNothingThatLacksWhatItNames() {
        var finding = Self.finding
        finding.trigger = nil
        #expect(!Self.waiver().covers(finding))
    }

    @Test func coversAFlowWhoseNameHoldsAStar() {
        var finding = Self.finding
        finding.flow = .workflow("A*?[x] {environment}")
        let waiver = Waiver(accepting: finding, on: Self.waiver().terms)
        #expect(waiver.covers(finding))
    }

    @Test func marksWhatItCoversAndKeepsIt() {
        let marked = [Self.waiver()].applied(to: [Self.finding], on: Self.today)
        #expect(marked.count == 1)
        #expect(marked.first?.acceptance == .waived(Self.waiver().terms))
        #expect(marked.first?.fingerprint == Self.finding.fingerprint)
        #expect(Verdict(findings: marked, coverage: Self.coverage).status == .inSync)
    }

    @Test func lastsThroughItsLastDayAndNoLonger() throws {
        let tomorrow = Day(secondsSince1970: 1_795_176_000 + 86_400)
        #expect([Self.waiver()].applied(to: [Self.finding], on: tomorrow).first?.acceptance == nil)
        #expect(Self.rules([Self.waiver()], on: tomorrow, [Self.finding]) == ["waiver-expired"])
        #expect(Self.rules([Self.waiver()], on: Self.today, [Self.finding]) == [])
    }

    @Test func isBroadOnlyWithinOneEnvironment() {
        var other = Self.finding
        other.environment = EnvironmentName("test")
        let open = Self.waiver { $0.environments = [] }
        let everywhere = Self.waiver { ($0.environments, $0.flow, $0.trigger) = ([], nil, nil) }
        #expect(Self.rules([open], on: Self.today, [Self.finding, Self.finding]) == [])
        #expect(Self.rules([everywhere], on: Self.today, [Self.finding, other]) == [])
        other = Self.finding
        other.subject = "Flow.queue"
        let broad = Self.waiver { $0.subject = "Flow.*" }
        #expect(Self.rules([broad], on: Self.today, [Self.finding, other]) == ["waiver-too-broad"])
    }

    @Test(
        arguments: [
            { $0.environments = [EnvironmentName("test")].compactMap(\.self) }, { $0.rule = "live-input-removed" },
            { $0.rule = "input-unused" },
        ] as [@Sendable (inout Waiver) -> Void]
    )
    func isNotMissedWhereTheRunDidNotLook(_ change: @Sendable (inout Waiver) -> Void) {
        #expect(Self.rules([Self.waiver(change)], on: Self.today, []) == [])
    }

    @Test func isMissedOnlyWhereItsContractWasJudged() {
        let elsewhere = Self.waiver { $0.contract = "survey" }
        #expect(Self.rules([Self.waiver(), elsewhere], on: Self.today, []) == ["waiver-unused", "waiver-unused"])
        #expect(Self.rules([Self.waiver()], on: Self.today, [], isWhole: false) == ["waiver-unused"])
        #expect(Self.rules([elsewhere], on: Self.today, [], isWhole: false) == [])
        #expect(Self.rules([Self.waiver { $0.environments = [] }], on: Self.today, [], hasAll: false) == [])
    }

    @Test func isNotMissedWhereItsFlowCouldNotBeDecided() {
        var coverage = Self.coverage
        coverage.unknowns = [Unknown(reason: "r", fix: "w", contract: "callback", flow: Self.finding.flow)]
        coverage.unknowns[0].environment = EnvironmentName("prod")
        #expect(Self.rules([Self.waiver()], on: Self.today, [], coverage: coverage) == [])
    }

    @Test func cannotBeWaivedItself() {
        let findings = Judge().judge([Self.waiver()], on: Self.today, findings: [], scope: Self.scope())
        #expect(findings.map(\.acceptance) == [nil])
        #expect(findings.first?.owner == "o")
    }

    private static var coverage: Coverage {
        var coverage = Coverage()
        coverage.judgements = 1
        var cell = Cell(finding.flow, in: finding.environment, isJudged: true)
        cell.contract = "callback"
        coverage.cells = [cell]
        return coverage
    }

    private static func scope(isWhole: Bool = true, hasAll: Bool = true, coverage: Coverage? = nil) -> RunScope {
        RunScope(
            environments: Set([EnvironmentName("prod")].compactMap(\.self)),
            hasEveryEnvironment: hasAll,
            isWhole: isWhole,
            isLive: false,
            coverage: coverage ?? Self.coverage
        )
    }

    private static func rules(
        _ waivers: [Waiver],
        on today: Day,
        _ findings: [Finding],
        isWhole: Bool = true,
        hasAll: Bool = true,
        coverage: Coverage? = nil
    ) -> [String] {
        let scope = scope(isWhole: isWhole, hasAll: hasAll, coverage: coverage)
        return Judge().judge(waivers, on: today, findings: findings, scope: scope).map(\.rule)
    }
}
