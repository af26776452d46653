import Foundation
import TestSupport
import Testing

@testable import DriftCore

struct CatalogueTests {
    private static let folder = Folders.package.appending(path: "Sources/DriftCore/Rules")

    /// The files of rules, by name; each subject has a folder.
    private static func files() throws -> [String: String] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { path in
            path.hasSuffix(".swift") && path.contains("/")
        }
        return Dictionary(paths.map { ($0.split(separator: "/").last.map(String.init) ?? $0, $0) }) { first, _ in first
        }
    }

    @Test func knowsEachRuleThatIsACause() {
        #expect(CausingRule.allCases.map(\.rawValue).filter { DriftRule.named($0) == nil } == [])
    }

    @Test func isInOrderOfIdWithoutRepetition() {
        let ids = DriftRule.all.map(\.id)
        #expect(ids == Set(ids).sorted())
    }

    @Test func listsEachRuleUnderTheNameOfItsId() throws {
        let catalogue = try String(contentsOf: Self.folder.appending(path: "Catalogue.swift"), encoding: .utf8)
        let lists = catalogue.matches(of: /static let on[A-Za-z]+: [^\n]+ = \[\n([^\]]*)\]/)
        try #require(lists.count == 10)
        for list in lists {
            let names = Self.names(in: list.1)
            #expect(names == names.sorted())
        }
        let listed = Set(lists.flatMap { Self.names(in: $0.1) })
        #expect(listed.subtracting(["flowNotLaunchableOnRequests"]).map(Self.kebab).sorted() == DriftRule.all.map(\.id))
    }

    @Test func keepsEachRuleInAFileOfItsOwn() throws {
        #expect(try Set(Self.files().keys) == Set(DriftRule.all.map { Self.pascal($0.id) + ".swift" }))
    }

    @Test(arguments: DriftRule.all)
    func declaresTheRuleInItsFile(_ rule: DriftRule) throws {
        let name = Self.pascal(rule.id)
        let path = try #require(try Self.files()[name + ".swift"])
        let text = try String(contentsOf: Self.folder.appending(path: path), encoding: .utf8)
        let constant = name.prefix(1).lowercased() + name.dropFirst()
        #expect(text.contains("static let \(constant) = Rule<"))
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

    private static func names(in list: Substring) -> [String] {
        list.split { !$0.isLetter }.map(String.init)
    }

    private static func kebab(_ name: String) -> String {
        name.reduce(into: "") { id, letter in id += letter.isUppercase ? "-" + letter.lowercased() : String(letter) }
    }

    private static func pascal(_ id: String) -> String {
        id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}
