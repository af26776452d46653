import Foundation
import SourceText
import Testing

@testable import DriftCore
@testable import DriftReports

struct SARIFReportTests {
    /// The parts of a log that the tests check.
    private struct Log: Decodable {
        var version: String
        var runs: [Run]

        struct Run: Decodable {
            var tool: Tool
            var columnKind: String
            var invocations: [Invocation]
            var results: [Result]
        }

        struct Tool: Decodable { var driver: Driver }
        struct Driver: Decodable {
            var name: String
            var semanticVersion: String?
            var rules: [Rule]
        }
        struct Rule: Decodable {
            var id: String
            var shortDescription: Message
            var fullDescription: Message
            var help: Message
            var defaultConfiguration: [String: String]
        }
        struct Message: Decodable, Equatable {
            var text: String
            var markdown: String?
        }
        struct Invocation: Decodable {
            var executionSuccessful: Bool
            var exitCode: Int
            var toolExecutionNotifications: [Notification]
        }
        struct Notification: Decodable {
            var level: String
            var message: Message
        }
        struct Result: Decodable {
            var ruleId: String
            var ruleIndex: Int
            var level: String
            var message: Message
            var locations: [Location]
            var partialFingerprints: [String: String]
            var fixes: [Fix]?
        }
        struct Location: Decodable { var physicalLocation: PhysicalLocation }
        struct PhysicalLocation: Decodable {
            var artifactLocation: Artifact
            var region: [String: Int]?
        }
        struct Artifact: Decodable { var uri: String }
        struct Fix: Decodable { var artifactChanges: [Change] }
        struct Change: Decodable {
            var artifactLocation: Artifact
            var replacements: [Replacement]
        }
        struct Replacement: Decodable {
            var deletedRegion: [String: Int]
            var insertedContent: Message
        }
    }

    private func run(_ sample: SampleVerdict, _ options: ReportOptions = SampleVerdict.options) throws -> Log.Run {
        let text = ReportFormat.sarif.text(of: sample.verdict, options)
        let log = try JSONDecoder().decode(Log.self, from: Data(text.utf8))
        #expect(log.version == "2.1.0")
        return try #require(log.runs.first)
    }

    @Test func listsEveryRuleWithHelp() throws {
        let driver = try run(.inSync).tool.driver
        #expect(driver.name == "flowdrift")
        #expect(driver.rules.map(\.id) == DriftRule.all.map(\.id))
        for (written, rule) in zip(driver.rules, DriftRule.all) {
            #expect(written.shortDescription.text == rule.summary)
            #expect(written.fullDescription.text == rule.explanation)
            #expect(written.help.text == rule.explanation)
            #expect(try #require(written.help.markdown).contains(rule.explanation))
            #expect(written.defaultConfiguration == ["level": rule.severity.rawValue])
        }
    }

    @Test func pointsFromEachResultToItsRule() throws {
        let run = try run(.drift)
        #expect(run.results.count == SampleVerdict.drift.verdict.findings.count)
        for (result, finding) in zip(run.results, SampleVerdict.drift.verdict.findings) {
            #expect(run.tool.driver.rules[result.ruleIndex].id == result.ruleId)
            #expect(result.ruleId == finding.rule)
            #expect(result.level == finding.severity.rawValue)
            #expect(result.partialFingerprints == ["flowdrift/v1": finding.fingerprint])
        }
    }

    @Test func countsColumnsAsPlacesDo() throws {
        let run = try run(.drift)
        #expect(run.columnKind == "unicodeCodePoints")
        let result = try #require(run.results.first { $0.ruleId == "input-undeclared" })
        #expect(result.locations.map(\.physicalLocation.artifactLocation.uri) == ["specs/callback-request.yaml"])
        #expect(result.locations.first?.physicalLocation.region == ["startLine": 8, "startColumn": 5])
    }

    @Test func writesAPathAsAURI() throws {
        let result = try #require(try run(.drift).results.first { $0.ruleId == "output-type-changed" })
        #expect(result.locations.first?.physicalLocation.artifactLocation.uri == "specs/order%20status.yaml")
    }

    /// Code scanning rejects a whole upload if one result has no file.
    @Test func namesAFileWhereTheFindingHasNone() throws {
        let result = try #require(try run(.drift).results.first { $0.ruleId == "live-flow-added" })
        #expect(result.locations.map(\.physicalLocation.artifactLocation.uri) == ["flowdrift.yaml"])
        #expect(result.locations.first?.physicalLocation.region == nil)
    }

    @Test func offersTheEditOfAFix() throws {
        let result = try #require(try run(.drift).results.first { $0.ruleId == "input-undeclared" })
        let change = try #require(result.fixes?.first?.artifactChanges.first)
        #expect(change.artifactLocation.uri == "specs/callback-request.yaml")
        #expect(
            change.replacements.map(\.deletedRegion)
                == [["startLine": 8, "startColumn": 5, "endLine": 8, "endColumn": 22]]
        )
        #expect(change.replacements.map(\.insertedContent.text) == ["Flow.phoneNumber"])
        #expect(try run(.drift).results.count { $0.fixes == nil } == 5)
    }

    @Test func succeedsWhereAllWasRead() throws {
        let invocation = try #require(try run(.drift).invocations.first)
        #expect(invocation.executionSuccessful)
        #expect(invocation.exitCode == 1)
        #expect(invocation.toolExecutionNotifications.map(\.level) == ["warning"])
    }

    @Test func doesNotSucceedWhereSomethingWasNotRead() throws {
        let invocation = try #require(try run(.couldNotCheck).invocations.first)
        #expect(!invocation.executionSuccessful)
        #expect(invocation.exitCode == 2)
        #expect(invocation.toolExecutionNotifications.map(\.level) == ["error", "error", "error", "error"])
    }

    @Test func saysThatNothingWasJudged() throws {
        let invocation = try #require(
            try run(SampleVerdict(name: "", verdict: Verdict(findings: [], coverage: Coverage()))).invocations.first
        )
        #expect(!invocation.executionSuccessful)
        #expect(invocation.toolExecutionNotifications.count == 1)
    }

    /// A message is plain text, but viewers still make a link of `[text](address)`.
    @Test func makesNoLinkOfAName() throws {
        let results = try run(.hostile).results
        #expect(results.count == 1)
        #expect(results.allSatisfy { !$0.message.text.contains("](") && $0.message.text.contains("] (http") })
    }

    @Test func namesItsVersionWhereItIsKnown() throws {
        #expect(try run(.inSync, ReportOptions(version: "1.2.3")).tool.driver.semanticVersion == "1.2.3")
        #expect(try run(.inSync).tool.driver.semanticVersion == nil)
    }
}
