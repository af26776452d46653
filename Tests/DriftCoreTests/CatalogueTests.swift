import Foundation
import TestSupport
import Testing

@testable import DriftCore

struct CatalogueTests {
    private static let folder = Folders.package.appending(path: "Sources/DriftCore/Rules")

    @Test func isInOrderOfIdWithoutRepetition() {
        let ids = DriftRule.all.map(\.id)
        #expect(ids == Set(ids).sorted())
    }

    @Test func listsEachRuleUnderTheNameOfItsId() throws {
        let catalogue = try String(contentsOf: Self.folder.appending(path: "Catalogue.swift"), encoding: .utf8)
        let listed = catalogue.matches(of: /\n {8}\.([a-z][A-Za-z]+),/).map { String($0.1) }
        #expect(listed.map(Self.kebab) == DriftRule.all.map(\.id))
    }

    @Test func keepsEachRuleInAFileOfItsOwn() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter {
            $0.hasSuffix(".swift")
        }
        let others: Set = [
            "Catalogue.swift", "RuleExample.swift", "RuleExample+Fixtures.swift", "RuleExample+Request.swift",
        ]
        #expect(Set(files).subtracting(others) == Set(DriftRule.all.map { Self.pascal($0.id) + ".swift" }))
    }

    @Test(arguments: DriftRule.all)
    func declaresTheRuleInItsFile(_ rule: DriftRule) throws {
        let name = Self.pascal(rule.id)
        let text = try String(contentsOf: Self.folder.appending(path: name + ".swift"), encoding: .utf8)
        let constant = name.prefix(1).lowercased() + name.dropFirst()
        #expect(text.contains("static let \(constant) = DriftRule("))
        #expect(text.contains("id: \"\(rule.id)\""))
    }

    @Test(arguments: DriftRule.all)
    func hasAnIdAHeadlineAndTwoParagraphs(_ rule: DriftRule) {
        #expect(rule.id.wholeMatch(of: /[a-z]+(-[a-z]+)+/) != nil)
        #expect(!rule.summary.isEmpty && !rule.summary.hasSuffix(".") && !rule.summary.contains("\n"))
        let paragraphs = rule.explanation.split(separator: "\n\n", omittingEmptySubsequences: false)
        #expect(paragraphs.count == 2)
        #expect(paragraphs.allSatisfy { $0.hasSuffix(".") && !$0.contains("\n") })
    }

    @Test func hasAFixtureFolderForEachRuleAndNoOther() throws {
        #expect(try FixtureCase.rules() == DriftRule.all.map(\.id))
    }

    @Test func findsARuleByItsIdAlone() {
        #expect(DriftRule.named("input-undeclared")?.id == "input-undeclared")
        #expect(DriftRule.named("Input-Undeclared") == nil)
        #expect(DriftRule.nearest(to: "input-undeclare") == "input-undeclared")
        #expect(DriftRule.nearest(to: "weather") == nil)
    }

    private static func kebab(_ name: String) -> String {
        name.reduce(into: "") { id, letter in id += letter.isUppercase ? "-" + letter.lowercased() : String(letter) }
    }

    private static func pascal(_ id: String) -> String {
        id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}
