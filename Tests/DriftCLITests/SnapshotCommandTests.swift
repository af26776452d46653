import Foundation
import TestSupport
import Testing

struct SnapshotCommandTests {
    @Test func writesTheSameBytesTwice() async throws {
        let project = try await Project.inSync()
        let first = try project.folder.tree()
        #expect(await project.run("snapshot", "--from", "exports", "--environment", "prod").status == 0)
        #expect(try project.folder.tree() == first)
        #expect(await project.run("snapshot", "--from", "exports", "--environment", "prod", "--check").status == 0)
    }

    @Test func namesFlowInputAndBothTypesInACheck() async throws {
        let project = try await Project.inSync()
        let before = try project.folder.tree().filter { $0.key.hasPrefix("snapshots") }
        try project.edit(
            "exports/order-status.yaml",
            "stringVariable: { name: Flow.orderNumber",
            "integerVariable: { name: Flow.orderNumber"
        )
        let run = await project.run("snapshot", "--from", "exports", "--environment", "prod", "--check")
        #expect(run.status == 1)
        #expect(run.output.contains("changed: 'workflow/Order Status'"))
        #expect(run.output.contains("input 'Flow.orderNumber' changed from string to integer"))
        #expect(try project.folder.tree().filter { $0.key.hasPrefix("snapshots") } == before)
    }

    @Test func takesAnotherReadingOfAnInputForAnotherInterface() async throws {
        let project = try await Project.inSync()
        try project.edit("exports/order-status.yaml", ", urgent: { exp: Flow.isUrgent }", "")
        #expect(await project.run("snapshot", "--from", "exports", "--environment", "prod").status == 0)
        try project.folder.write(Project.export, to: "exports/order-status.yaml")
        let run = await project.run("snapshot", "--from", "exports", "--environment", "prod", "--check")
        #expect(run.status == 1)
        #expect(run.output.contains("input 'Flow.isUrgent' changed from 'not read' to 'read'"))
    }

    @Test func takesASnapshotWithoutReadingsForNoOtherInterface() async throws {
        let project = try await Project.inSync()
        let snapshot = "snapshots/prod/workflow/order-status.yaml"
        try project.edit(snapshot, ", read: true", "")
        let run = await project.run("snapshot", "--from", "exports", "--environment", "prod", "--check")
        #expect(run.status == 0)
    }

    @Test func keepsTheTopicsOfAnOrg() async throws {
        let project = try await Project.inSync()
        let topics = "# Written by flowdrift snapshot. Do not edit.\nflowdrift: 1\nsource: { name: org }\ntopics: {}\n"
        try project.folder.write(topics, to: "snapshots/prod/topics.yaml")
        try project.folder.ageIndex(hasDigests: false)
        #expect(await project.run("snapshot", "--from", "exports", "--environment", "prod").status == 0)
        #expect(await project.run("check", "--environment", "prod").status == 0)
        #expect(project.folder.read("snapshots/prod/topics.yaml") == topics)
    }

    @Test func removesTheSnapshotOfAFlowThatIsGone() async throws {
        let project = try await Project.inSync()
        try project.folder.write(Project.export.replacing("Order Status", with: "Refund"), to: "exports/refund.yaml")
        #expect(await project.run("snapshot", "--from", "exports", "--environment", "prod").output.contains("1 new"))
        try FileManager.default.removeItem(atPath: project.folder.path + "/exports/refund.yaml")
        let run = await project.run("snapshot", "--from", "exports", "--environment", "prod")
        #expect(run.output.contains("gone: 'workflow/Refund' (snapshots/prod/workflow/refund.yaml)"))
        #expect(project.folder.read("snapshots/prod/workflow/refund.yaml") == nil)
        #expect(try !project.folder.index().contains("Refund"))
    }

    @Test func removesNothingOutsideItsFilter() async throws {
        let project = try await Project.inSync()
        try project.folder.write(Project.export.replacing("Order Status", with: "Refund"), to: "exports/refund.yaml")
        #expect(await project.run("snapshot", "--from", "exports", "--environment", "prod").status == 0)
        try project.folder.write("flowdrift: 1\nflows: { names: [\"Order*\"] }\n", to: "flowdrift.yaml")
        try FileManager.default.removeItem(atPath: project.folder.path + "/exports/refund.yaml")
        #expect(await project.run("snapshot", "--from", "exports", "--environment", "prod").status == 0)
        #expect(project.folder.read("snapshots/prod/workflow/refund.yaml") != nil)
        #expect(try project.folder.index().contains("Refund"))
    }

    @Test func removesNothingWhereAFileCouldNotBeRead() async throws {
        let project = try await Project.inSync()
        try project.folder.write(Project.export.replacing("Order Status", with: "Refund"), to: "exports/refund.yaml")
        #expect(await project.run("snapshot", "--from", "exports", "--environment", "prod").status == 0)
        try project.folder.write("workflow: {name: [", to: "exports/refund.yaml")
        let run = await project.run("snapshot", "--from", "exports", "--environment", "prod")
        #expect(run.status == 2)
        #expect(run.errors.contains("error: exports/refund.yaml:1:"))
        #expect(project.folder.read("snapshots/prod/workflow/refund.yaml") != nil)
        #expect(run.output.contains("not everything could be read, so no snapshot was removed"))
    }

    @Test func leavesFilesAloneThatItDidNotWrite() async throws {
        let project = try await Project.inSync()
        try project.folder.write("notes: mine\n", to: "snapshots/prod/workflow/notes.yaml")
        #expect(await project.run("snapshot", "--from", "exports", "--environment", "prod").status == 0)
        #expect(project.folder.read("snapshots/prod/workflow/notes.yaml") == "notes: mine\n")
    }

    @Test func leavesNoTemporaryFileBehind() async throws {
        let project = try await Project.inSync()
        #expect(try project.folder.tree().keys.filter { $0.contains("flowdrift-writing") } == [])
    }

    @Test func removesTheSnapshotOfARenamedFlowWhereOtherExportsAreUnread() async throws {
        let project = Project(folder: try TemporaryFolder())
        let export = "exports/order-status-WORKFLOW-5f0c0c1e-2b6d-4d5c-8c34-7c1d2f9e6a10.yaml"
        try project.folder.write(Project.export, to: export)
        let first = await project.run("snapshot", "--from", "exports", "--environment", "prod")
        #expect(first.status == 0, "\(first.transcript)")
        let before = try project.folder.tree().keys.filter { $0.contains("prod/workflow/") }
        try project.folder.write(Project.export.replacing("name: Order Status", with: "name: Order State"), to: export)
        try project.folder.write("workflow: [", to: "exports/broken.yaml")
        let run = await project.run("snapshot", "--from", "exports", "--environment", "prod")
        let after = try project.folder.tree().keys.filter { $0.contains("prod/workflow/") }
        #expect(after.count == 1 && after != before, "\(after)\n\(run.transcript)")
    }

    @Test(arguments: ["", "workflow/", "index/", "index/workflow/"])
    func removesWhatAnInterruptedRunLeft(_ folder: String) async throws {
        let project = try await Project.inSync()
        let draft = "snapshots/prod/\(folder).1f2e3d4c5b6a7980-77-0.flowdrift-writing"
        try project.folder.write("half", to: draft)
        try project.folder.write("", to: "snapshots/prod/.flowdrift-writing")
        let run = await project.run("snapshot", "--from", "exports", "--environment", "prod")
        #expect(run.status == 0 && project.folder.read(draft) == nil, "\(run.transcript)")
    }

    @Test func readsTwoFilesOfOneFlowOnce() async throws {
        let project = try await Project.inSync()
        try project.folder.write(Project.export, to: "exports/copy.yaml")
        let run = await project.run("snapshot", "--from", "exports", "--environment", "prod")
        #expect(run.status == 0)
        #expect(
            run.errors
                == "notice: exports/order-status.yaml: 'workflow/Order Status' is also in exports/copy.yaml, "
                + "with the same interface\n"
        )
    }

    @Test func refusesTwoFilesOfOneFlowThatDisagree() async throws {
        let project = try await Project.inSync()
        try project.folder.write(Project.export.replacing("boolean", with: "string"), to: "exports/copy.yaml")
        let run = await project.run("snapshot", "--from", "exports", "--environment", "prod")
        #expect(run.status == 2)
        #expect(run.errors.contains("'workflow/Order Status' is also in exports/copy.yaml, with another interface"))
        #expect(run.errors.contains("input 'Flow.isUrgent' changed from string to boolean"))
    }

    @Test func namesWhatItSkips() async throws {
        let project = try await Project.inSync()
        try project.folder.write("Hello\n", to: "exports/README.md")
        try project.folder.write("a: 1\n", to: "exports/other.yaml")
        let run = await project.run("snapshot", "--from", "exports", "--environment", "prod")
        #expect(run.status == 0)
        #expect(
            run.errors
                == "notice: 2 files skipped: 2 because they contain no flow (exports/README.md, exports/other.yaml)\n"
        )
    }

    @Test func fillsInPlaceholders() async throws {
        let project = try await Project.inSync()
        try project.edit("exports/order-status.yaml", "name: Order Status\n", "name: {{flow_name}}\n")
        let masked = await project.run("snapshot", "--from", "exports", "--environment", "test")
        #expect(masked.output.contains("new: 'workflow/order-status'"))
        let filled = await project.run(
            "snapshot",
            "--from",
            "exports",
            "--environment",
            "dev",
            "--set",
            "flow_name=Order: Status"
        )
        #expect(filled.status == 2)
        let quoted = await project.run(
            "snapshot",
            "--from",
            "exports",
            "--environment",
            "dev",
            "--set",
            "flow_name=Orders"
        )
        #expect(quoted.output.contains("new: 'workflow/Orders'"))
    }

    @Test func asksForAnEnvironmentWhereSeveralAreKnown() async throws {
        let project = try await Project.inSync()
        try project.folder.write("flowdrift: 1\nenvironments: { dev: {}, prod: {} }\n", to: "flowdrift.yaml")
        let run = await project.run("snapshot", "--from", "exports")
        #expect(run.status == 64)
        #expect(
            run.errors == "error: use --environment to name the environment of the flows, one of dev, prod\n"
        )
    }

    @Test func writesNothingWhereNoFlowIsFound() async throws {
        let project = try await Project.inSync()
        try project.folder.write("Hello\n", to: "empty/README.md")
        let before = try project.folder.tree()
        let run = await project.run("snapshot", "--from", "empty", "--environment", "prod")
        #expect(run.status == 2)
        #expect(run.errors.contains("empty: no flow was found in it, so nothing was written"))
        #expect(try project.folder.tree() == before)
    }

    @Test(.enabled(if: Folders.isShared("corpus"), "../shared/corpus is not there"))
    func readsEveryExportOfTheCorpus() async throws {
        let folder = try TemporaryFolder()
        let corpus = Folders.shared.appending(path: "corpus").path
        let first = await CommandRun("snapshot", "--from", corpus, "--environment", "demo", in: folder)
        #expect(first.status == 0)
        let tree = try folder.tree()
        // A snapshot and an entry for each of 55 flows, and index.yaml.
        #expect(tree.count == 111)
        #expect(await CommandRun("snapshot", "--from", corpus, "--environment", "demo", in: folder).status == 0)
        #expect(try folder.tree() == tree)
        #expect(
            await CommandRun("snapshot", "--from", corpus, "--environment", "demo", "--check", in: folder).status == 0
        )
    }

    @Test(.enabled(if: Folders.isShared("corpus"), "../shared/corpus is not there"))
    func judgesAContractOfARealFlow() async throws {
        let folder = try TemporaryFolder()
        let export = Folders.shared.appending(path: "corpus/wfm-hris-blueprint/examples/HRIS-Insert-TimeOff.i3WorkFlow")
            .path
        #expect(await CommandRun("snapshot", "--from", export, "--environment", "demo", in: folder).status == 0)
        let inputs = [
            "flow.agentId: string", "Flow.dates: string", "Flow.durationMinutes: \"string[]\"", "Flow.maxDate: string",
            "Flow.minDate: string", "notes: string", "Flow.payableMinutes: \"string[]\"",
            "Flow.startDateTimes: \"string[]\"", "Flow.timeOffStatus: string", "Flow.timeOffTypeId: string",
            "Flow.timeOffTypeId2: string",
        ]
        let head =
            "flowdrift: 1\ncontract: time-off\nflow: workflow/Ksenia_test_flow_put_tor_corrected\nlaunch:\n  inputs:\n    "
        let contract = head + inputs.joined(separator: "\n    ") + "\n"
        try folder.write(contract, to: "specs/time-off.yaml")
        let broken = await CommandRun("check", in: folder)
        #expect(broken.status == 1)
        try expectGolden(broken.output, at: Folders.package.appending(path: "Tests/DriftCLITests/Golden/time-off.txt"))
        let corrected = contract.replacing("flow.agentId", with: "Flow.agentId").replacing(
            " notes",
            with: " Flow.notes"
        )
        .replacing("Flow.dates: string", with: "Flow.dates: \"string[]\"")
        try folder.write(corrected, to: "specs/time-off.yaml")
        let green = await CommandRun("check", in: folder)
        #expect(green.output.hasPrefix("checked: 1 contract, 11 of 11 inputs\n"))
    }
}
