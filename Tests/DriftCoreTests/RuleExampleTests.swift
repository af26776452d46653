import Foundation
import TestSupport
import Testing

@testable import DriftCore

struct RuleExampleTests {
    private let source = Folders.package.appending(path: "Sources/DriftCore/Rules/RuleExample+Fixtures.swift")

    @Test func holdsTheFixturesAsTheyStandInTheirFolders() throws {
        try expectGolden(Self.source(of: Self.fixtures()), at: source)
    }

    @Test func readsBackEveryByteOfTheFixtures() throws {
        let expected = try Self.fixtures().map { "\($0.path)\n\($0.text)" }
        let read = DriftRule.all.flatMap { rule in
            let sides = [("fires", rule.example.firing), ("silent", rule.example.silent)]
            return sides.flatMap { side, files in files.map { "\(rule.id)/\(side)/\($0.name)\n\($0.text)" } }
        }
        #expect(read == expected)
    }

    @Test(arguments: DriftRule.all)
    func showsAFiringAndASilentSide(_ rule: DriftRule) {
        #expect(!rule.example.firing.isEmpty)
        #expect(rule.example.silent.count >= rule.example.firing.count)
    }

    @Test func readsAFileThatIsEmptyOrBeginsWithABlankLine() {
        let files = RuleExample.files(
            in: "//// a/fires/empty.yaml\n//// a/fires/blank.yaml\n\n//// a/silent/x.yaml\nx: 1"
        )
        #expect(files.map(\.path) == ["a/fires/empty.yaml", "a/fires/blank.yaml", "a/silent/x.yaml"])
        #expect(files.map(\.text) == ["", "\n", "x: 1\n"])
    }
}

extension RuleExampleTests {
    /// A file of a fixture: its path below the fixtures' folder, and its text.
    private typealias File = (path: String, text: String)

    /// Every file of every fixture, in order of path.
    private static func fixtures() throws -> [File] {
        let sides = try FixtureCase.rules().flatMap { rule in
            FixtureCase.Side.allCases.map { FixtureCase(rule: rule, side: $0) }
        }
        return try sides.flatMap { fixture in
            try fixture.fileNames().map { name in
                let text = try #require(fixture.text(of: name))
                try #require(!text.contains("\"\"\"") && !text.contains("\n////") && !text.hasPrefix("////"))
                try #require(text.isEmpty || text.hasSuffix("\n"), "\(fixture)/\(name) has no newline at its end")
                return ("\(fixture.testDescription)/\(name)", text)
            }
        }
    }

    /// The source of a raw string literal with the files.
    private static func source(of files: [File]) -> String {
        let lines = files.map { "//// \($0.path)\n\($0.text)" }.joined().split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        return """
            extension RuleExample {
                /// Every file under Tests/DriftCoreTests/Fixtures, written by the tests with `RECORD_GOLDEN=1`; do not edit.
                static let fixtures = #\"""
            \(lines.dropLast().map { $0.isEmpty ? "" : "        " + $0 }.joined(separator: "\n"))
                    \"""#
            }

            """
    }
}
