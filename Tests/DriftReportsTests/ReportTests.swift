import DriftCore
import DriftReports
import Foundation
import TestSupport
import Testing

struct ReportTests {
    private let golden = Folders.package.appending(path: "Tests/DriftReportsTests/Golden")

    @Test(arguments: ReportSample.all)
    func printsTheVerdictAsText(_ sample: ReportSample) throws {
        try expectGolden(TextReport().text(of: sample.verdict), at: golden.appending(path: sample.name + ".txt"))
    }

    @Test(arguments: ReportSample.all)
    func printsTheVerdictAsJSON(_ sample: ReportSample) throws {
        try expectGolden(JSONReport().text(of: sample.verdict), at: golden.appending(path: sample.name + ".json"))
    }

    @Test(arguments: [ReportSample.drift, .unknowns, .inSync])
    func addsOnlyColoursOnATerminal(_ sample: ReportSample) throws {
        let text = TextReport(style: TextStyle(usesColor: true)).text(of: sample.verdict)
        try expectGolden(text, at: golden.appending(path: sample.name + "-in-colour.txt"))
        #expect(text.replacing(/\u{1B}\[[0-9;]*m/, with: "") == TextReport().text(of: sample.verdict))
    }

    @Test func letsNoNameReachTheTerminalUnescaped() {
        let text = TextReport().text(of: ReportSample.hostileNames.verdict)
        let allowed = text.unicodeScalars.allSatisfy { $0 == "\n" || (0x20...0x7E).contains($0.value) }
        #expect(allowed, "\(text.debugDescription)")
    }

    @Test(arguments: ReportSample.all)
    func keepsToThePublishedSchema(_ sample: ReportSample) throws {
        let report = try JSONData(json: Data(JSONReport().text(of: sample.verdict).utf8))
        #expect(try Self.schema.problems(in: report) == [])
    }

    /// The paths of objects that must not accept an additional member.
    @Test(arguments: [
        [], ["summary"], ["coverage"], ["coverage", "inputs"], ["coverage", "unknown"], ["findings"],
        ["findings", "location"], ["problems"],
    ])
    func publishesASchemaThatRefusesAnUnknownMember(_ path: [String]) throws {
        var samples = [ReportSample.drift, .unknowns, .problems]
        samples.removeAll { !$0.holds(path) }
        let sample = try #require(samples.first)
        let report = try JSONData(json: Data(JSONReport().text(of: sample.verdict).utf8))
        #expect(try !Self.schema.problems(in: report.adding("colour", at: path[...])).isEmpty)
    }

    private static var schema: JSONSchema {
        get throws { try JSONSchema(contentsOf: Folders.package.appending(path: "docs/schemas/report.schema.json")) }
    }
}

extension ReportSample {
    /// Whether the report has something at a path, whose first element may be a list.
    fileprivate func holds(_ path: [String]) -> Bool {
        switch path.first {
        case "findings": !verdict.findings.isEmpty
        case "problems": !verdict.problems.isEmpty
        case "coverage" where path.last == "unknown": !verdict.coverage.unknowns.isEmpty
        default: true
        }
    }
}

extension JSONData {
    /// The value with an additional member at a path, or, for a list, in its last item.
    fileprivate func adding(_ name: String, at path: ArraySlice<String>) -> JSONData {
        switch self {
        case .array(let items): return .array(items.dropLast() + items.suffix(1).map { $0.adding(name, at: path) })
        case .object(var members):
            if let key = path.first {
                members[key] = members[key]?.adding(name, at: path.dropFirst())
            } else {
                members[name] = .boolean(true)
            }
            return .object(members)
        case .null, .boolean, .number, .string: return self
        }
    }
}
