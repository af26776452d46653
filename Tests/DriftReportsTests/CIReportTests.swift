import Foundation
import Testing

@testable import DriftCore
@testable import DriftReports

struct GitHubReportTests {
    /// A workflow command as GitHub's runner reads it.
    private struct Command {
        var name: String
        var properties: [String: String]
        var text: String

        init?(_ line: Substring) {
            guard line.hasPrefix("::"), let end = line.dropFirst(2).firstRange(of: "::") else { return nil }
            let head = line[line.index(line.startIndex, offsetBy: 2)..<end.lowerBound]
            let parts = head.split(separator: " ", maxSplits: 1)
            name = String(parts[0])
            let pairs = (parts.count > 1 ? parts[1] : "").split(separator: ",").map {
                $0.split(separator: "=", maxSplits: 1)
            }
            properties = Dictionary(pairs.map { (String($0[0]), Self.plain($0[1])) }) { first, _ in first }
            text = Self.plain(line[end.upperBound...])
        }

        private static func plain(_ text: Substring) -> String {
            String(text).replacing("%0D", with: "\r").replacing("%0A", with: "\n").replacing("%3A", with: ":")
                .replacing("%2C", with: ",").replacing("%25", with: "%")
        }
    }

    private func commands(_ sample: SampleVerdict) -> [Command] {
        ReportFormat.github.text(of: sample.verdict).split(separator: "\n").compactMap { Command($0) }
    }

    @Test func saysAFindingOnceForAllItsEnvironments() throws {
        let commands = commands(.drift)
        #expect(
            commands.map(\.name).sorted() == [
                "error", "error", "error", "notice", "notice", "notice", "warning",
            ]
        )
        let renamed = try #require(commands.first { $0.properties["line"] == "8" })
        #expect(renamed.properties["file"] == "specs/callback-request.yaml")
        #expect(renamed.properties["col"] == "5")
        #expect(renamed.properties["title"] == "input-undeclared: callback-request")
        #expect(renamed.text.hasPrefix("In prod, test: Input 'Flow.callerNumber' (string) is not declared; did you"))
    }

    @Test func makesAnErrorOfWhatWasNotRead() {
        let commands = commands(.couldNotCheck)
        #expect(commands.count { $0.properties["title"] == "could not be read" && $0.name == "error" } == 2)
        #expect(commands.count { $0.properties["title"] == "unknown" && $0.name == "error" } == 2)
    }

    @Test func makesAnErrorOfNothingJudged() {
        let sample = SampleVerdict(name: "", verdict: Verdict(findings: [], coverage: Coverage()))
        #expect(commands(sample).map(\.name) == ["error"])
    }

    @Test func endsWithTheVerdictInWords() {
        let lines = ReportFormat.github.text(of: SampleVerdict.inSync.verdict).split(separator: "\n")
        #expect(lines == ["in sync: no findings", "checked: 2 contracts, 3 of 3 inputs"])
    }

    @Test func keepsANameAsItIs() throws {
        let finding = try #require(commands(.hostile).first)
        #expect(finding.text.contains(Printable.text(HostileName.markup)))
        let file = "specs/\(HostileName.markup)\(HostileName.terminal).yaml"
        #expect(finding.properties["file"] == Printable.text(file))
        #expect(Set(finding.properties.keys) == ["file", "line", "col", "title"])
    }
}

struct GitLabReportTests {
    private struct Entry: Decodable {
        var description: String
        var check_name: String
        var fingerprint: String
        var severity: String
        var location: Location

        struct Location: Decodable {
            var path: String
            var lines: [String: Int]
        }
    }

    private func entries(_ verdict: Verdict) throws -> [Entry] {
        let text = ReportFormat.gitlab.text(of: verdict, SampleVerdict.options)
        return try JSONDecoder().decode([Entry].self, from: Data(text.utf8))
    }

    @Test(arguments: SampleVerdict.all)
    func hasAPlaceAndASeverityThatGitLabKnows(_ sample: SampleVerdict) throws {
        let entries = try entries(sample.verdict)
        let severities: Set<String> = ["info", "minor", "major", "critical", "blocker"]
        #expect(entries.allSatisfy { severities.contains($0.severity) && $0.location.lines["begin"] ?? 0 >= 1 })
        #expect(Set(entries.map(\.fingerprint)).count == entries.count)
        #expect(entries.allSatisfy { !$0.location.path.hasPrefix("./") })
    }

    @Test func keepsTheFingerprintOfAFinding() throws {
        let findings = SampleVerdict.drift.verdict.findings
        let entries = try entries(SampleVerdict.drift.verdict).prefix(findings.count)
        #expect(entries.map(\.fingerprint) == findings.map(\.fingerprint))
        #expect(entries.map(\.check_name) == findings.map(\.rule))
    }

    @Test func blocksOnWhatWasNotRead() throws {
        let entries = try entries(SampleVerdict.couldNotCheck.verdict)
        #expect(entries.map(\.severity) == ["blocker", "blocker", "blocker", "blocker"])
    }

    @Test func isEmptyOnlyWhereSomethingWasJudged() throws {
        #expect(try entries(SampleVerdict.inSync.verdict).isEmpty)
        #expect(try entries(Verdict(findings: [], coverage: Coverage())).map(\.severity) == ["blocker"])
    }

    @Test func showsANameAsItIs() throws {
        let entries = try entries(SampleVerdict.hostile.verdict)
        #expect(try #require(entries.first).description.contains(Printable.text(HostileName.markup)))
    }
}
