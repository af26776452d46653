import Foundation
import TestSupport
import Testing

/// Data that a source lacks counts neither as deleted nor as in sync.
struct WholenessTests {
    private static let other = Project.export.replacing("Order Status", with: "Order History")
    private static let listing = """
        {"entities": [{"id": "t-1", "name": "Nightly", "topicName": "v2.x", "enabled": true,
          "target": {"type": "Workflow", "id": "0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21"}}]}
        """
    private static let flows = """
        {"entities": [{"id": "0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21", "name": "Order Status", "type": "WORKFLOW",
          "publishedVersion": {"id": "1.0"}, "active": true}]}
        """

    @Test func keepsTheOtherSnapshotsWhereOneExportIsTaken() async throws {
        let project = try await Project.inSync()
        try project.folder.write(Self.other, to: "other.yaml")
        let run = await project.run("snapshot", "--from", "other.yaml", "--environment", "prod")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(!run.output.contains("gone"))
        for file in ["workflow/order-status.yaml", "workflow/order-history.yaml"] {
            #expect(project.folder.read("snapshots/prod/" + file) != nil)
            #expect(project.folder.read("snapshots/prod/index/" + file) != nil)
        }
    }

    @Test func takesNoTriggerAwayWhereTheSourceKnowsNone() async throws {
        let project = try await Project.inSync()
        try project.folder.write(Self.listing, to: "exports/triggers.json")
        try project.folder.write(Self.flows, to: "exports/flows.json")
        #expect(await project.run("snapshot", "--from", "exports", "--environment", "prod").status == 0)
        let before = try #require(project.folder.read("snapshots/prod/workflow/order-status.yaml"))
        try #require(before.contains("Nightly"))
        let run = await project.run("snapshot", "--from", "exports/order-status.yaml", "--environment", "prod")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(project.folder.read("snapshots/prod/workflow/order-status.yaml") == before)
        #expect(try project.folder.index().contains("t-1: Nightly"))
    }

    @Test func couldNotCheckWhereASnapshotOfTheIndexIsMissing() async throws {
        let project = try await Project.inSync()
        try project.folder.write(Self.other, to: "exports/other.yaml")
        #expect(await project.run("snapshot", "--from", "exports", "--environment", "prod").status == 0)
        try project.folder.remove("snapshots/prod/workflow/order-history.yaml")
        let run = await project.run("check")
        #expect(run.status == 2, "\(run.transcript)")
        let problem = "The index lists the snapshot of 'workflow/Order History', but the snapshot's file does not exist"
        #expect(run.errors.contains(problem), "\(run.transcript)")
    }

    @Test func couldNotCheckWhereThereAreSnapshotsAndNoIndex() async throws {
        let project = try await Project.inSync()
        try project.folder.remove("snapshots/prod/index.yaml")
        let run = await project.run("check")
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.errors.contains("There is no index, so snapshots may be missing; take the snapshots again"))
    }

    @Test func countsAnEnvironmentOnceThatIsNamedTwice() async throws {
        let project = try await Project.inSync()
        let once = await project.run("check", "--environment", "prod")
        let twice = await project.run("check", "--environment", "prod", "--environment", "prod")
        #expect(twice.transcript == once.transcript)
    }

    @Test func callsNoFlowMissingWhereTheSourceIsIncomplete() async throws {
        let project = try await Project.inSync()
        try project.edit("specs/order-status.yaml", "workflow/Order Status", "workflow/Order State")
        try project.folder.write("workflow: [", to: "exports/broken.yaml")
        let run = await project.run("check", "--from", "exports", "--environment", "prod")
        #expect(run.status == 2, "\(run.transcript)")
        #expect(!run.output.contains("[flow-missing]"))
        #expect(run.errors.contains("exports/broken.yaml"))
    }

    @Test func couldNotCheckExportsByHalfWrittenSnapshots() async throws {
        let project = try await Project.inSync()
        try project.folder.write("", to: "snapshots/prod/.flowdrift-writing")
        let run = await project.run("check", "--from", "exports", "--environment", "prod")
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.errors.contains("A run that writes these snapshots was interrupted, or is still running"))
    }

    @Test(arguments: ["", "  \n", "\0\u{1}"], ["exports/order-status.yaml", "exports/triggers.json"])
    func takesNoFileForGoneThatLostItsText(_ text: String, _ file: String) async throws {
        let project = try await Project.inSync()
        try project.folder.write(Self.other, to: "exports/other.yaml")
        try project.folder.write(Self.listing, to: "exports/triggers.json")
        #expect(await project.run("snapshot", "--from", "exports", "--environment", "prod").status == 0)
        let index = "snapshots/prod/index.yaml"
        let before = try project.folder.tree().filter { $0.key.hasPrefix("snapshots") && $0.key != index }
        try project.folder.write(text, to: file)
        for words in [["snapshot", "--from", "exports"], ["check", "--from", "exports"]] {
            let run = await CommandRun(words + ["--environment", "prod"], in: project.folder.path)
            #expect(run.status == 2, "\(run.transcript)")
            #expect(run.errors.contains("error: \(file): The file is "), "\(run.errors)")
        }
        #expect(try project.folder.tree().filter { $0.key.hasPrefix("snapshots") && $0.key != index } == before)
        #expect(project.folder.read(index)?.contains("unread:\n  - \(file)\n") == true)
    }

    @Test func keepsTheSnapshotOfAFlowThatIsListedWithoutAnExport() async throws {
        let project = try await Project.inSync()
        try project.folder.write(Self.other, to: "exports/other.yaml")
        try project.folder.write(Self.flows, to: "exports/flows.json")
        #expect(await project.run("snapshot", "--from", "exports", "--environment", "prod").status == 0)
        try project.folder.remove("exports/order-status.yaml")
        let run = await project.run("snapshot", "--from", "exports", "--environment", "prod")
        #expect(!run.output.contains("gone"), "\(run.transcript)")
        #expect(project.folder.read("snapshots/prod/workflow/order-status.yaml") != nil)
    }

    @Test func keepsTriggersAndIDsWhereAListingIsCutShort() async throws {
        let project = try await Project.inSync()
        try project.folder.write(Self.listing, to: "exports/triggers.json")
        try project.folder.write(Self.flows, to: "exports/flows.json")
        #expect(await project.run("snapshot", "--from", "exports", "--environment", "prod").status == 0)
        let before = try project.folder.tree().filter { $0.key.hasPrefix("snapshots") }
        try project.folder.write(String(Self.flows.prefix(60)), to: "exports/flows.json")
        let run = await project.run("snapshot", "--from", "exports", "--environment", "prod")
        #expect(run.status == 2)
        var after = try project.folder.tree().filter { $0.key.hasPrefix("snapshots") }
        let index = "snapshots/prod/index.yaml"
        after[index] = after[index]?.replacing("unread:\n  - exports/flows.json\n", with: "")
        #expect(after == before)
    }

    @Test func comparesNothingWithSnapshotsThatAreNotWhole() async throws {
        let project = try await Project.inSync()
        try project.folder.remove("snapshots/prod/workflow/order-status.yaml")
        let run = await project.run("diff", "prod", "exports")
        #expect(run.status == 2, "\(run.transcript)")
        let problem = "The index lists the snapshot of 'workflow/Order Status', but the snapshot's file does not exist"
        #expect(run.errors.contains(problem), "\(run.transcript)")
    }

    @Test func couldNotCheckWhereTheNamedContractsAreNone() async throws {
        let project = try await Project.inSync()
        try project.folder.write("nothing", to: "none/README.md")
        for words in [["check"], ["gate", "--environment", "prod"]] {
            let run = await CommandRun(words + ["--contracts", "none"], in: project.folder.path)
            #expect(run.status == 2, "\(run.transcript)")
            #expect(run.errors.contains("error: none: No contract was found at this path; "))
        }
    }

    @Test func letsNothingThroughTheGateWithoutAContract() async throws {
        let project = try await Project.inSync()
        try project.folder.remove("specs")
        let run = await project.run("gate", "--environment", "prod", "--allow-unknown")
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.errors.contains("error: specs: No contract was found at this path; "))
    }

    @Test func saysWhyThereIsNothingToWaive() async throws {
        let project = try await Project.inSync()
        try project.folder.write("", to: "empty.yaml")
        let run = await project.run("waive", "--from", "empty.yaml", "--environment", "prod")
        #expect(run.status == 2)
        #expect(run.errors.contains("empty.yaml: The file is empty"), "\(run.transcript)")
    }

    @Test(arguments: ["{\"message\":\"Unauthorized\",\"status\":401}", "{\"entities\":[]}"])
    func couldNotCheckAFolderWithoutAnyFlow(_ text: String) async throws {
        let project = try await Project.inSync()
        try project.folder.write(text, to: "nothing/flows.json")
        let run = await project.run("check", "--from", "nothing", "--environment", "prod")
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.errors.contains("error: nothing: No flow was found at this path; name a folder of flow exports"))
        #expect(!run.output.contains("[flow-missing]"))
    }

    @Test(arguments: [
        flows.replacing("]}", with: "], \"total\": 60, \"nextUri\": \"/api/v2/flows?pageNumber=2\"}"),
        flows.replacing("]}", with: "], \"total\": 60}"),
    ])
    func takesOnePageOfAListingForNoWhole(_ page: String) async throws {
        let project = try await Project.inSync()
        try project.folder.write(page.replacing("Order Status", with: "Another"), to: "exports/flows.json")
        try project.folder.remove("exports/order-status.yaml")
        let run = await project.run("check", "--from", "exports", "--environment", "prod")
        #expect(run.status == 2, "\(run.transcript)")
        #expect(
            run.errors.contains(
                "exports/flows.json: The listing is incomplete: it has 1 of 60 flows; put the listing's other pages"
            )
        )
        #expect(!run.output.contains("[flow-missing]"))
    }

    @Test func takesThePagesOfAListingTogether() async throws {
        let project = try await Project.inSync()
        let (first, second) = ("\"nextUri\": \"/api/v2/flows?pageNumber=2\"", "\"nextUri\": null")
        let other = Self.flows.replacing("0d6b", with: "1d6b").replacing("Order Status", with: "Another")
        for (text, name, next) in [(other, "one", first), (Self.flows, "two", second)] {
            let page = text.replacing("]}", with: "], \"total\": 2, \(next)}")
            try project.folder.write(page, to: "exports/\(name).json")
        }
        let run = await project.run("check", "--from", "exports", "--environment", "prod")
        #expect(run.status == 0, "\(run.transcript)")
    }

    /// Pages of triggers have no total, and the last page may be empty.
    @Test(arguments: ["{\"entities\": []}", listing.replacing("t-1", with: "t-2")])
    func takesThePagesOfTriggersTogether(_ last: String) async throws {
        let project = try await Project.inSync()
        let next = "], \"nextUri\": \"/api/v2/processautomation/triggers?after=abc\"}"
        try project.folder.write(Self.flows, to: "exports/flows.json")
        try project.folder.write(Self.listing.replacing("]}", with: next), to: "exports/triggers-1.json")
        let cut = await project.run("check", "--from", "exports", "--environment", "prod")
        #expect(cut.errors.contains("exports/triggers-1.json: The listing is incomplete: it has 1 trigger; "))
        try project.folder.write(last, to: "exports/triggers-2.json")
        let run = await project.run("check", "--from", "exports", "--environment", "prod")
        #expect(!run.errors.contains("The listing is incomplete"), "\(run.transcript)")
    }

    @Test func leavesAFlowOutThatAListingCallsDeleted() async throws {
        let project = try await Project.inSync()
        let deleted = Self.flows.replacing("\"active\": true", with: "\"active\": true, \"deleted\": true")
        try project.folder.write(deleted, to: "exports/flows.json")
        try project.folder.write(Self.other, to: "exports/other.yaml")
        let run = await project.run("check", "--from", "exports", "--environment", "prod")
        #expect(run.status == 1, "\(run.transcript)")
        #expect(run.output.contains("[flow-missing]"))
        #expect(run.errors.contains("a flow listing says that the flow is deleted"))
    }

    @Test func readsAContractWhateverTheLetterCaseOfItsName() async throws {
        let project = try await Project.inSync()
        let broken = Project.contract.replacing("contract: order-status", with: "contract: returns")
            .replacing("Flow.orderNumber", with: "Flow.returnNumber")
        try project.folder.write(broken, to: "specs/returns.YAML")
        let run = await project.run("check")
        #expect(run.status == 1, "\(run.transcript)")
        #expect(run.output.contains("specs/returns.YAML:"))
    }

    @Test func callsNoFlowMissingWhereThereIsNoIndex() async throws {
        let project = try await Project.inSync()
        try project.folder.write("", to: "snapshots/old/.keep")
        let run = await project.run("check")
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.errors.contains("snapshots/old/index.yaml: There is no index, so snapshots may be missing"))
        #expect(!run.output.contains("[flow-missing]"), "\(run.transcript)")
    }

    /// If the index gave a version for another text, a live check would not fetch the flow.
    @Test func knowsNoVersionOfAnExportThatMayNotBePublished() async throws {
        let project = try await Project.inSync()
        try project.folder.write(Self.flows, to: "exports/flows.json")
        #expect(await project.run("snapshot", "--from", "exports", "--environment", "prod").status == 0)
        try #require(project.folder.index().contains("1.0"))
        try project.edit("exports/order-status.yaml", "Flow.answer", "Flow.reply")
        _ = await project.run("snapshot", "--from", "exports/order-status.yaml", "--environment", "prod")
        let index = try project.folder.index()
        #expect(index.contains("0d6b52aa") && !index.contains("1.0"), "\(index)")
    }

    @Test func comparesNoContractsWithAFolderWithoutAny() async throws {
        let project = try await Project.inSync()
        try project.folder.write("nothing", to: "none/README.md")
        let run = await project.run("diff", "none", "specs", "--contracts")
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.output.isEmpty && run.errors.contains("none: no contract was found"), "\(run.transcript)")
    }

    @Test func leavesNoLinkToAFolderOutThatIsGone() async throws {
        let project = try await Project.inSync()
        let link = project.folder.path + "/specs/team"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "../missing")
        let run = await project.run("check")
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.errors.contains("specs/team: The symbolic link is broken"), "\(run.transcript)")
    }
}
