import Foundation
import TestSupport
import Testing

/// Output for programs conforms to the schemas under docs/schemas/.
struct OutputSchemaTests {
    private static func schema(_ name: String) throws -> JSONSchema {
        try JSONSchema(contentsOf: Folders.package.appending(path: "docs/schemas/\(name).schema.json"))
    }

    /// A repository with a release; since then an input was renamed in `test`, and the contract sends another input.
    private func released() async throws -> Project {
        let project = try await Project.inSync()
        let repository = try GitRepository(project.folder.path)
        try repository.commit("released")
        try repository.git("tag", "v1")
        try project.edit("exports/order-status.yaml", "name: Flow.isUrgent", "name: Flow.isPressing")
        #expect(await project.run("snapshot", "--from", "exports", "--environment", "test").status == 0)
        try project.folder.write(
            Project.contract.replacing("order-status", with: "later").replacing(
                "launch:",
                with: "environments: { test: }\nlaunch:"
            ),
            to: "specs/later.yaml"
        )
        try project.edit("specs/order-status.yaml", "Flow.isUrgent: boolean", "Flow.isUrgent: string")
        return project
    }

    @Test(arguments: [
        ["prod", "test"], ["prod", "prod"], ["git:v1", "exports", "--environment", "prod"],
        ["git:v1", "specs", "--contracts"], ["specs", "specs", "--contracts"],
    ])
    func comparesInTheFormThatTheSchemaSays(_ sources: [String]) async throws {
        let project = try await released()
        let run = await CommandRun(["diff"] + sources + ["--report", "json"], in: project.folder.path)
        #expect(run.status < 2, "\(run.transcript)")
        try expect(run.output, keepsTo: "diff")
    }

    @Test(arguments: [
        ["gate", "--environment", "prod", "--environment", "test", "--since", "git:v1"],
        ["gate", "--environment", "prod", "--environment", "test", "--max-age", "1m"],
        ["gate", "--environment", "absent"], ["check"], ["check", "--from", "exports"],
    ])
    func judgesInTheFormThatTheSchemaSays(_ arguments: [String]) async throws {
        let project = try await released()
        if arguments.contains("absent") {
            let settings = "flowdrift: 1\nenvironments: { prod: , test: , absent: }\n"
            try project.folder.write(settings, to: "flowdrift.yaml")
        }
        let run = await CommandRun(arguments + ["--report", "json"], in: project.folder.path)
        try expect(run.output, keepsTo: "report")
        let report = try JSONData(json: Data(run.output.utf8))
        #expect((report["gate"] != nil) == (arguments.first == "gate"))
    }

    /// A program that reads the output never gets nothing, or only a part.
    @Test(arguments: [
        (["diff", "prod", "test"], "diff"), (["diff", "git:v1", "specs", "--contracts"], "diff"), (["check"], "report"),
        (["gate", "--environment", "prod"], "report"), (["plan", "plan.json", "--environment", "prod"], "report"),
    ])
    func saysInTheSameFormWhatCannotBeRead(_ arguments: [String], _ schema: String) async throws {
        let project = try await released()
        try project.folder.write("flowdrift: [", to: "flowdrift.yaml")
        try project.folder.write("contract: [", to: "specs/order-status.yaml")
        let run = await CommandRun(arguments + ["--report", "json"], in: project.folder.path)
        #expect(run.status == 2)
        try expect(run.output, keepsTo: schema)
        #expect(run.output.contains("\"complete\" : false"))
        #expect(run.errors.hasPrefix("error: "))
    }

    @Test func tellsProgramsTheMatrix() async throws {
        let project = try await released()
        let run = await project.run(
            "gate",
            "--environment",
            "prod",
            "--environment",
            "test",
            "--since",
            "git:v1",
            "--report",
            "json=gate.json"
        )
        #expect(run.output.hasPrefix("Contract "))
        let gate = try JSONData(json: Data((project.folder.read("gate.json") ?? "").utf8))["gate"]
        guard case .array(let rows)? = gate?["rows"], case .array(let stricter)? = gate?["since", "stricter"] else {
            Issue.record("The report has no matrix")
            return
        }
        #expect(rows.compactMap { $0["contract"] } == [.string("later"), .string("order-status")])
        #expect(stricter.compactMap { $0["contract"] } == [.string("later"), .string("order-status")])
        guard case .array(let cells)? = rows.first?["cells"] else { return }
        #expect(cells.compactMap { $0["answer"] } == [.string("not-expected"), .string("drift")])
    }

    private func expect(_ output: String, keepsTo name: String) throws {
        let schema = try Self.schema(name)
        let value = try JSONData(json: Data(output.utf8))
        #expect(schema.problems(in: value) == [])
        guard case .object(var members) = value else { return }
        members["colour"] = .string("red")
        #expect(!schema.problems(in: .object(members)).isEmpty)
    }
}
