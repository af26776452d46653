import Foundation
import TestSupport
import Testing

@testable import DriftCore
@testable import DriftReports

struct WhyPageTests {
    @Test func isWhatTheDocumentationHolds() throws {
        try expectGolden(WhyPage.text, at: Folders.package.appending(path: "docs/why-400.md"))
    }

    @Test(arguments: WhyPage.causes)
    func showsARequestBeforeAndAfter(_ rule: DriftRule) throws {
        let section = try #require(WhyPage.text.split(separator: "## \(rule.summary)\n").last)
        let blocks = section.split(separator: "\n## ").first?.split(separator: "```") ?? []
        #expect(blocks.count >= 4)
    }
}
