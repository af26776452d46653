import Foundation
import SourceText
import TestSupport
import Testing

@testable import DriftCore

struct FixtureTests {
    /// The rules about something unknown that also makes other results unknown.
    private static let onTheUnknown: Set = ["trigger-topic-unknown"]

    /// The rules on things that no coverage counts: a flow without contract and trigger, and the state of the org in a
    /// plan.
    private static let uncounted: Set = [
        "call-input-unknown", "input-unused", "module-stale", "plan-action-replaced", "plan-resource-drift",
    ]

    @Test(arguments: try FixtureCase.all(.fires))
    func reportsWhatTheGoldenFileSays(_ fixture: FixtureCase) async throws {
        let judgement = try await fixture.judgement()
        #expect(judgement.findings.map(\.rule).contains(fixture.rule))
        try expectGolden(judgement.goldenText, at: fixture.expectedFile)
    }

    @Test(arguments: try FixtureCase.examples(.fires))
    func firesOnceAndNoOtherRuleDoes(_ fixture: FixtureCase) async throws {
        let judgement = try await fixture.judgement()
        #expect(judgement.findings.map(\.rule) == [fixture.rule])
        #expect(judgement.coverage.unknowns.isEmpty == !Self.onTheUnknown.contains(fixture.rule))
    }

    @Test(arguments: try FixtureCase.all(.silent))
    func staysSilentOnTheLookAlike(_ fixture: FixtureCase) async throws {
        let judgement = try await fixture.judgement()
        #expect(judgement.findings == [])
        let coverage = judgement.coverage
        let isCounted =
            coverage.judgements + coverage.triggerEvents.checked + coverage.requests.checked > 0
            || coverage.cells.contains(where: \.isJudged)
        #expect(isCounted != Self.uncounted.contains(fixture.rule))
        let isOpen = fixture.words != nil && FileManager.default.fileExists(atPath: fixture.expectedFile.path)
        if isOpen { try expectGolden(judgement.goldenText, at: fixture.expectedFile) }
        #expect(judgement.coverage.unknowns.isEmpty == !isOpen)
    }

    @Test(arguments: try FixtureCase.all(.fires))
    func isSilencedByItsOwnEdit(_ fixture: FixtureCase) async throws {
        let text = fixture.text(of: fixture.requestFile ?? "contract.yaml") ?? ""
        let findings = try await fixture.judgement().findings
        for finding in findings {
            guard let edit = finding.fix.edit else { continue }
            let left = try await fixture.judgement(of: edit.applied(to: text)).findings
            #expect(left.count < findings.count, "after \(edit)")
        }
    }

    @Test(arguments: try FixtureCase.rules())
    func holdsNothingThatNoTestLooksAt(_ rule: String) throws {
        let cases = try (FixtureCase.all(.fires) + FixtureCase.all(.silent)).filter { $0.rule == rule }
        let known = Set(cases.flatMap { [$0.name, $0.expectedFile.lastPathComponent] })
        let names = try FileManager.default.contentsOfDirectory(atPath: FixtureCase.folder.appending(path: rule).path)
        #expect(Set(names).subtracting(known) == [])
    }

    @Test(arguments: try FixtureCase.rules())
    func differsBetweenItsTwoSides(_ rule: String) throws {
        let (fires, silent) = (FixtureCase(rule: rule, side: .fires), FixtureCase(rule: rule, side: .silent))
        let files = Set(try fires.fileNames() + silent.fileNames())
        #expect(files.contains { fires.text(of: $0) != silent.text(of: $0) })
    }
}

extension Outcome {
    /// The findings and unknowns as in golden files.
    fileprivate var goldenText: String {
        let unknowns = coverage.unknowns.map { "\($0.place.map { "\($0): " } ?? "")not checked: \($0.reason)\n" }
        return (findings.map(\.goldenText) + unknowns).joined()
    }
}
