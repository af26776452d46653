import DriftCore
import Foundation
import TestSupport
import Testing
import YAML

/// README.md and docs/ show what the program really does.
struct DocumentationTests {
    @Test(arguments: try Page.all())
    func showsOnlyYAMLThatCanBeRead(_ page: Page) throws {
        for block in page.blocks(of: "yaml") where block.hasPrefix("flowdrift: 1\n") {
            let bytes = Array(block.utf8)
            if block.contains("\ncontract:") {
                _ = try ContractReader().contract(bytes, file: page.testDescription)
            } else {
                _ = try SettingsReader().settings(bytes, file: page.testDescription)
            }
        }
    }

    /// The YAML of pages includes pipelines, which readers copy without a change.
    @Test(arguments: try Page.all())
    func showsOnlyYAMLThatParses(_ page: Page) throws {
        for block in page.blocks(of: "yaml") { _ = try YAMLDocument(parsing: Array(block.utf8)) }
    }

    /// The pages' transcripts are parts of the stories' expected output.
    @Test(arguments: try Page.all())
    func showsOnlyOutputOfTheStories(_ page: Page) throws {
        let transcripts = try Story.all().map { story in
            try String(contentsOf: story.folder.appending(path: "expected.txt"), encoding: .utf8)
        }
        for block in page.blocks(of: "") where block.hasPrefix("$ flowdrift ") {
            #expect(transcripts.contains { $0.contains(block) }, "\(block)")
        }
    }

    @Test func showsWhatMakeRunPrints() async throws {
        let readme = try String(contentsOf: Folders.package.appending(path: "README.md"), encoding: .utf8)
        let run = await CommandRun(["check"], in: Folders.package.path)
        #expect(run.status == 0)
        #expect(readme.contains("```\n\(run.output)```"))
    }

    @Test(
        arguments: FlowType.known.map(\.name) + DataType.Kind.names + Criterion.comparisons
            + Contract.Way.allCases.map(\.rawValue) + Trigger.DataFormat.allCases.map(\.rawValue)
    )
    func namesAllThatAContractMaySay(_ word: String) throws {
        let page = try String(contentsOf: Folders.package.appending(path: "docs/contract.md"), encoding: .utf8)
        #expect(page.contains("`\(word)`"))
    }

    @Test func listsEverySetting() throws {
        let page = try String(contentsOf: Folders.package.appending(path: "docs/settings.md"), encoding: .utf8)
        let schema = try Data(contentsOf: Folders.package.appending(path: "docs/schemas/flowdrift.schema.json"))
        let keys = try JSONDecoder().decode(SchemaKeys.self, from: schema).properties.keys
        #expect(Set(page.matches(of: /\n\| `([a-z-]+)` \|/).map { String($0.1) }) == Set(keys))
    }

    /// The keys that a schema describes.
    private struct SchemaKeys: Decodable {
        struct Key: Decodable {}

        var properties: [String: Key]
    }

    @Test func showsTheSnapshotThatTheSampleHas() throws {
        let page = try String(contentsOf: Folders.package.appending(path: "docs/snapshot.md"), encoding: .utf8)
        let file = Folders.package.appending(path: "snapshots/prod/workflow/customer-survey.yaml")
        #expect(page.contains("```yaml\n\(try String(contentsOf: file, encoding: .utf8))```"))
    }

    @Test func takesApartARuleAsItIs() throws {
        let page = try String(contentsOf: Folders.package.appending(path: "docs/adding-a-rule.md"), encoding: .utf8)
        let rule = "Sources/DriftCore/Rules/Contracts/OutputCaseMismatch.swift"
        let fixture = "Tests/DriftCoreTests/Fixtures/output-case-mismatch/fires"
        #expect(page.contains("| file | `\(rule)` |"))
        for copy in page.matches(of: #/\ncp (?:-R )?(\S+) /#) {
            #expect(FileManager.default.fileExists(atPath: Folders.package.appending(path: String(copy.1)).path))
        }
        let starts = [
            rule: "```swift\n", "\(fixture)/contract.yaml": "# fires/contract.yaml\n",
            "\(fixture)/snapshot.yaml": "# fires/snapshot.yaml\n",
        ]
        for (file, start) in starts {
            let text = try String(contentsOf: Folders.package.appending(path: file), encoding: .utf8)
            #expect(page.contains(start + text + "```"), "\(file)")
        }
    }

    @Test func showsThePathsThatSnapshotsHave() throws {
        let page = try String(contentsOf: Folders.package.appending(path: "docs/snapshot.md"), encoding: .utf8)
        let rows = page.matches(of: /\n\| `(workflow\/.+)` \| `(.+)` \|/)
        try #require(rows.count > 3)
        for row in rows {
            #expect(try SnapshotPath(#require(FlowKey(String(row.1)))).text == String(row.2))
        }
    }
}

struct Page: Sendable, CustomTestStringConvertible {
    let file: URL
    let text: String

    var testDescription: String { file.lastPathComponent }

    /// README.md, CHANGELOG.md and every page under docs/.
    static func all() throws -> [Page] {
        let docs = Folders.package.appending(path: "docs")
        let names = try FileManager.default.contentsOfDirectory(atPath: docs.path).filter { $0.hasSuffix(".md") }
        let own = ["README.md", "CHANGELOG.md"].map { Folders.package.appending(path: $0) }
        return try (own + names.sorted().map { docs.appending(path: $0) }).map { file in
            Page(file: file, text: try String(contentsOf: file, encoding: .utf8))
        }
    }

    /// The blocks of a language, or of none for `""`.
    func blocks(of language: String) -> [String] {
        var blocks: [String] = []
        var block: (language: Substring, text: String)?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                if let block, block.language == language { blocks.append(block.text) }
                block = block == nil ? (line.dropFirst(3), "") : nil
            } else {
                block?.text += line + "\n"
            }
        }
        return blocks
    }
}
