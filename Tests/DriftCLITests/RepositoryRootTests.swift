import Foundation
import TestSupport
import Testing

/// `--from .` in a repository with many other files.
struct RepositoryRootTests {
    private static func repository() async throws -> Project {
        let project = try await Project.inSync()
        try project.folder.write(
            "// for editors\n{ \"compilerOptions\": { \"strict\": true, } }\n",
            to: "tsconfig.json"
        )
        try project.folder.write("{ /* x */ \"extends\": 'base', rules: {} }\n", to: "app/eslint.json")
        try project.folder.write("{ \"name\": \"app\", \"version\": \"1.0.0\" }\n", to: "package.json")
        try project.folder.write("", to: "app/empty.json")
        try project.folder.write("42\n", to: "app/number.json")
        try project.folder.write("on: push\njobs: {}\n", to: "ci.yaml")
        try project.folder.write("a: [b\n", to: "template.yaml")
        try project.folder.write("{ \"name\": \"x\", broken", to: "node_modules/x/package.json")
        try project.folder.write("x\u{0}y", to: "logo.png")
        _ = try GitRepository(project.folder.path)
        return project
    }

    @Test func skipsWhatIsNoFlowAndCountsIt() async throws {
        let project = try await Self.repository()
        let run = await project.run("snapshot", "--from", ".", "--environment", "prod", "--snapshots", "out")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(!run.errors.contains("error:"))
        let lines = run.errors.split(separator: "\n")
        #expect(lines.count == 1, "\(run.errors)")
        #expect(lines.first?.contains(/^notice: [0-9]+ files skipped:/) == true)
        #expect(run.errors.contains("JSON") && run.errors.contains("./node_modules"), "\(run.errors)")
        #expect(run.output.contains("1 snapshot"), "\(run.output)")
    }

    @Test func skipsItsOwnSnapshotsBesideTheExports() async throws {
        let project = try await Self.repository()
        try project.edit("exports/order-status.yaml", "Flow.isUrgent", "Flow.urgent")
        let run = await project.run("snapshot", "--from", ".", "--environment", "prod")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.output.contains("changed: 'workflow/Order Status'"), "\(run.output)")
    }

    @Test(
        arguments: [
            ("exports/second.yaml", "", "The file is empty"),
            ("elsewhere/order-status.yaml", "\n", "The file is empty"),
            ("flow.json", #"{ "name": "X", "type": "WORKFLOW", "variables": [ // cut"#, "not valid JSON"),
            ("page.json", "<html>503</html>", "not JSON"),
            ("flow.json", #"{ "publishedVersion": {}, /* edited */ "x": [,] }"#, "not valid JSON"),
            ("a/visit.i3WorkFlow", "(garbage", "not a flow export"),
            ("x/Visit-WORKFLOW-4f2c9a1e-7b3d-4c55-9e0a-1d6b8f3a2c77.yaml", "", "The file is empty"),
            ("broken.yaml", "workflow:\n  name: [\n", "broken.yaml:"),
        ]
    )
    func keepsAFlowThatCantBeReadAnError(_ file: String, _ text: String, _ message: String) async throws {
        let project = try await Self.repository()
        try project.folder.write(text, to: file)
        let run = await project.run("snapshot", "--from", ".", "--environment", "prod", "--snapshots", "out")
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.errors.contains("error: ./\(file)"), "\(run.errors)")
        #expect(run.errors.contains(message), "\(run.errors)")
    }

    @Test func namesALinkThatLeadsOut() async throws {
        let project = try await Self.repository()
        let outside = try TemporaryFolder()
        try outside.write("workflow:\n  name: wallaby\n", to: "flow.yaml")
        let link = project.folder.path + "/result"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: outside.path)
        let run = await project.run("snapshot", "--from", ".", "--environment", "prod", "--snapshots", "out")
        #expect(run.status == 2)
        #expect(run.errors.contains("error: ./result: A link leads out of the repository"), "\(run.errors)")
        #expect(!run.transcript.contains("wallaby"))
        #expect(run.output.contains("new: 'workflow/Order Status'"))
    }

    @Test(arguments: [("nmae=Order Status", "did you mean 'name'?"), ("region=eu", "the files have name")])
    func saysWhichValueFillsNoPlaceholder(_ value: String, _ advice: String) async throws {
        let project = try await Project.inSync()
        try project.edit("exports/order-status.yaml", "name: Order Status\n", "name: \"{{name}}\"\n")
        let run = await project.run("snapshot", "--from", "exports", "--environment", "dev", "--set", value)
        #expect(run.errors.contains("--set \(value.prefix { $0 != "=" }) matches no {{placeholder}}"), "\(run.errors)")
        #expect(run.errors.contains(advice), "\(run.errors)")
        let right = await project.run(
            "snapshot",
            "--from",
            "exports",
            "--environment",
            "dev",
            "--set",
            "name=Order Status"
        )
        #expect(right.errors == "")
    }
}
