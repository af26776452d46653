import TestSupport
import Testing

@testable import DriftCore

struct FixtureTests {
    @Test(arguments: try FixtureCase.all(.fires))
    func reportsWhatTheGoldenFileSays(_ fixture: FixtureCase) throws {
        let findings = try fixture.judgement().findings
        try expectGolden(findings.map(\.goldenText).joined(), at: fixture.expectedFile)
    }

    @Test(arguments: try FixtureCase.all(.fires))
    func firesOnceAndNoOtherRuleDoes(_ fixture: FixtureCase) throws {
        let judgement = try fixture.judgement()
        #expect(judgement.findings.map(\.rule) == [fixture.rule])
        #expect(judgement.coverage.unknowns.isEmpty)
    }

    @Test(arguments: try FixtureCase.all(.silent))
    func staysSilentOnTheLookAlike(_ fixture: FixtureCase) throws {
        let judgement = try fixture.judgement()
        #expect(judgement.findings == [])
        #expect(judgement.coverage.unknowns.isEmpty)
        #expect(judgement.coverage.judgements == 1)
    }

    @Test(arguments: try FixtureCase.all(.fires))
    func isSilencedByItsOwnEdit(_ fixture: FixtureCase) throws {
        let text = fixture.text(of: fixture.requestFile ?? "contract.yaml") ?? ""
        for finding in try fixture.judgement().findings {
            guard let edit = finding.fix.edit else { continue }
            let left = try fixture.judgement(ofContract: edit.applied(to: text)).findings
            #expect(left == [], "after \(edit)")
        }
    }

    @Test(arguments: try FixtureCase.rules())
    func differsBetweenItsTwoSides(_ rule: String) throws {
        let (fires, silent) = (FixtureCase(rule: rule, side: .fires), FixtureCase(rule: rule, side: .silent))
        let files = Set(try fires.fileNames() + silent.fileNames())
        #expect(files.contains { fires.text(of: $0) != silent.text(of: $0) })
    }
}
