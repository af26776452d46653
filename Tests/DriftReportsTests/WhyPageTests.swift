import DriftCore
import Foundation
import StrictJSON
import TestSupport
import Testing

@testable import DriftReports

struct WhyPageTests {
    @Test func isWhatTheDocumentationHolds() throws {
        try expectGolden(WhyPage.text(), at: Folders.package.appending(path: "docs/why-400.md"))
    }

    /// A payload that breaks its contract isn't a reason for a 400.
    @Test func namesEveryRuleOnRequests() {
        let ids = DriftRule.all.filter { $0.isOnRequest && $0.id != "payload-contract-broken" }.map(\.id)
        #expect(WhyPage.causes.map(\.id).sorted() == ids.sorted())
        #expect(WhyPage.answers.flatMap(\.rules).allSatisfy { DriftRule.named($0) != nil })
    }

    @Test(arguments: WhyPage.causes)
    func showsWhatLintSaysOfIt(_ rule: DriftRule) throws {
        let findings = try RuleExample.findings(inRequestOf: rule.example.firing)
        let message = try #require(findings.first { $0.rule == rule.id }?.message)
        #expect(try WhyPage.text().contains(message))
        #expect(try RuleExample.findings(inRequestOf: rule.example.silent) == [])
    }

    @Test(arguments: WhyPage.samples)
    func saysOfEachSampleWhyItIsNoJSON(_ sample: String) {
        #expect(!JSONDocument(reading: Array(sample.utf8)).isSound)
    }
}
