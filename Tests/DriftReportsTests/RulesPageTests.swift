import Foundation
import SourceText
import TestSupport
import Testing

@testable import DriftCore
@testable import DriftReports

struct RulesPageTests {
    @Test func isWhatTheDocumentationHolds() throws {
        try expectGolden(RulesPage.text, at: Folders.package.appending(path: "docs/rules.md"))
    }

    @Test func hasTheIdsForHeadingsInOrder() {
        let headings = RulesPage.text.split(separator: "\n").filter { $0.hasPrefix("## ") }.map {
            String($0.dropFirst(3))
        }
        #expect(headings == DriftRule.all.map(\.id))
    }

    @Test func introducesThemWithSettingsThatCanBeRead() throws {
        let block = try #require(
            RulesPage.text.split(separator: "```yaml\n").dropFirst().first?.split(separator: "```").first
        )
        let settings = try SettingsReader().settings(Array(block.utf8), file: "flowdrift.yaml")
        let expected: [RuleID: RuleSetting] = ["input-not-sent": .severity(.warning), "trigger-timing-changed": .off]
        #expect(settings.severities == expected)
    }

    @Test func closesEveryBlockThatItOpens() {
        let fences = RulesPage.text.split(separator: "\n").filter { $0.hasPrefix("```") }
        #expect(fences.count.isMultiple(of: 2))
        #expect(zip(fences.indices, fences).allSatisfy { $0.isMultiple(of: 2) == ($1 != "```") })
    }
}
