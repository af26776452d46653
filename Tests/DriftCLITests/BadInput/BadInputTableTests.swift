import DriftReports
import Foundation
import TestSupport
import Testing

/// With each kind of bad input, a run ends soon, says what is wrong, and never says "in sync" about unread files.
///
/// The list is in docs/reliability.md.
struct BadInputTableTests {
    @Test func namesEachKindOfBadInput() async throws {
        var rows: [String] = []
        for bad in BadInputCase.all { rows.append(try await Self.row(of: bad)) }
        let table = """
            | bad input | instead of | exit status | message |
            |---|---|---|---|
            \(rows.joined(separator: "\n"))
            """
        try expectGolden(table, at: Folders.package.appending(path: "docs/reliability.md"), section: "bad input")
    }

    private static func row(of bad: BadInputCase) async throws -> String {
        let project = try await Project.inSync()
        if bad.file.hasPrefix("exports/") {
            try FileManager.default.removeItem(atPath: project.folder.path + "/exports/order-status.yaml")
        }
        let path = project.folder.path + "/" + bad.file
        try? FileManager.default.removeItem(atPath: path)
        try bad.make(path)
        let run = await CommandRun(bad.command, in: project.folder.path)
        // Without a finding, the run could not check, and says why.
        #expect(run.status == 2 && !run.errors.isEmpty, "\(bad.kind), \(bad.file): \(run.transcript)")
        let controls = run.transcript.unicodeScalars.filter { $0.properties.generalCategory == .control && $0 != "\n" }
        #expect(controls.isEmpty, "\(bad.kind), \(bad.file)")
        let problem =
            run.errors.split(separator: "\n").first { !$0.hasPrefix("notice: skipped") } ?? "none: the file is not read"
        let said = problem.replacing(project.folder.path, with: "…").replacing("|", with: "\\|").replacing(
            "<",
            with: "\\<"
        )
        let file = Printable.text(bad.file)
        return "| \(bad.kind) | `\(file)` | \(run.status) | \(said) |"
    }
}
