import Foundation
import TestSupport
import Testing

/// The vendor's flows with their own triggers: problems are found, and nothing else is reported.
@Suite(.enabled(if: Folders.isShared("corpus"), "../shared/corpus is not there"))
struct BlueprintDriftTests {
    @Test(arguments: Blueprint.all)
    func findsExactlyWhatIsWrong(_ blueprint: Blueprint) async throws {
        let report = try await blueprint.report(of: ["check", "--from", "exports", "--environment", "prod"])
        #expect(report.summary == blueprint.expected)
        #expect(report.coverage.triggerEvents == JSONReportSample.Count(checked: 1, total: 1))
        #expect(report.coverage.unknown.isEmpty)
        #expect(report.complete)
    }

    @Test(arguments: Blueprint.all)
    func findsTheSameInASnapshot(_ blueprint: Blueprint) async throws {
        let report = try await blueprint.report(
            of: ["check", "--environment", "prod"],
            after: ["snapshot", "--from", "exports", "--environment", "prod"]
        )
        #expect(report.summary == blueprint.expected)
        #expect(report.coverage.unknown.isEmpty)
    }
}

extension Blueprint {
    /// The report of a command in a folder with the flow's file and the trigger.
    fileprivate func report(of command: [String], after first: [String] = []) async throws -> JSONReportSample {
        let folder = try TemporaryFolder()
        try folder.write(triggerListing, to: "exports/triggers.json")
        let copy = folder.path + "/exports/" + (file.split(separator: "/").last.map(String.init) ?? file)
        try FileManager.default.copyItem(at: Folders.shared.appending(path: "corpus/" + file), to: URL(filePath: copy))
        if !first.isEmpty { #expect(await CommandRun(first, in: folder.path).status == 0) }
        let run = await CommandRun(command + ["--report", "json"], in: folder.path)
        return try JSONDecoder().decode(JSONReportSample.self, from: Data(run.output.utf8))
    }
}

/// The parts of a JSON report that a test needs.
private struct JSONReportSample: Decodable {
    var complete: Bool
    var findings: [Finding]
    var coverage: Coverage

    struct Finding: Decodable {
        var rule: String
        var severity: String
        var subject: String?
    }

    struct Coverage: Decodable {
        var triggerEvents: Count
        var unknown: [Unknown]
    }

    struct Count: Decodable, Equatable {
        var checked: Int
        var total: Int
    }

    struct Unknown: Decodable {
        var reason: String
    }

    var summary: [String] {
        findings.map { "\($0.severity) \($0.rule) \($0.subject ?? "")" }.sorted()
    }
}
