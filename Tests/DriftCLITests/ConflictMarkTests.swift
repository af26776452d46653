import TestSupport
import Testing

/// A file that a merge left with conflict marks is reported as such, with the fix.
struct ConflictMarkTests {
    private static func conflict(_ text: String) -> String {
        "<<<<<<< HEAD\n" + text + "=======\n" + text + ">>>>>>> other\n"
    }

    @Test(arguments: [
        ("specs/order-status.yaml", "resolve the conflict, and remove the markers"),
        ("flowdrift.yaml", "resolve the conflict, and remove the markers"),
        ("baseline.yaml", "write the baseline again with `flowdrift check --write-baseline baseline.yaml`"),
        ("snapshots/prod/index/workflow/order-status.yaml", "take the snapshots again with `flowdrift snapshot`"),
        (
            "snapshots/prod/index.yaml",
            "restore one side with `git checkout --theirs -- snapshots/prod/index.yaml`, then run `flowdrift snapshot`"
        ),
        ("snapshots/prod/workflow/order-status.yaml", "take the snapshots again with `flowdrift snapshot`"),
    ])
    func namesTheMarkAndTheFix(_ file: String, _ fix: String) async throws {
        let project = try await Project.inSync()
        let text = project.folder.read(file) ?? "flowdrift: 1\n"
        try project.folder.write(Self.conflict(text), to: file)
        let words = file == "baseline.yaml" ? ["check", "--baseline", file] : ["check"]
        let run = await CommandRun(words, in: project.folder.path)
        #expect(run.status == 2)
        #expect(run.errors.contains("\(file):1:1: The line is a merge conflict marker; \(fix)"), "\(run.errors)")
    }

    @Test func isMendedByTheNextSnapshot() async throws {
        let project = try await Project.inSync()
        let file = "snapshots/prod/workflow/order-status.yaml"
        let text = project.folder.read(file) ?? ""
        try project.folder.write(Self.conflict(text), to: file)
        let run = await project.run("snapshot", "--from", "exports", "--environment", "prod")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(project.folder.read(file) == text)
        #expect(await project.run("check").status == 0)
    }
}
