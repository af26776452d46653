import Foundation
import TestSupport
import Testing

struct CheckCommandTests {
    @Test func isInSyncWhereContractAndFlowAgree() async throws {
        let run = try await Project.inSync().run("check")
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(run.output == "checked: 1 contract, 2 of 2 inputs, 1 of 1 output\nin sync: no findings\n")
    }

    @Test func failsOnDriftAndNamesThePlace() async throws {
        let project = try await Project.inSync()
        try project.edit("specs/order-status.yaml", "Flow.isUrgent: boolean", "Flow.isUrgent: string")
        let run = await project.run("check")
        #expect(run.status == 1)
        #expect(
            run.output.contains(
                "specs/order-status.yaml:8:20: error in prod: Input 'Flow.isUrgent' is boolean in the flow; "
                    + "the contract sends string [input-type-changed]"
            )
        )
    }

    @Test(arguments: [("error", 0), ("warning", 1), ("note", 1)])
    func failsOnlyAtTheSeverityAskedFor(_ severity: String, _ status: Int32) async throws {
        let project = try await Project.inSync()
        try project.edit("specs/order-status.yaml", "Flow.orderNumber: string", "Flow.orderNumber: date")
        #expect(await project.run("check", "--fail-on", severity).status == status)
    }

    @Test func takesSeveritiesFromTheSettings() async throws {
        let project = try await Project.inSync()
        try project.edit("specs/order-status.yaml", "Flow.isUrgent: boolean", "Flow.isUrgent: string")
        try project.folder.write("flowdrift: 1\nseverity: { input-type-changed: note }\n", to: "flowdrift.yaml")
        let softened = await project.run("check")
        #expect(softened.status == 0)
        #expect(softened.output.contains("note in prod"))
        try project.folder.write("flowdrift: 1\nseverity: { input-type-changed: off }\n", to: "flowdrift.yaml")
        #expect(await project.run("check").output.contains("\nin sync: no findings"))
        try project.folder.write(
            "flowdrift: 1\nseverity: { input-type-changed: note }\nfail-on: note\n",
            to: "flowdrift.yaml"
        )
        #expect(await project.run("check").status == 1)
    }

    @Test func couldNotCheckWhereNothingIsJudged() async throws {
        let project = try await Project.inSync()
        try FileManager.default.removeItem(atPath: project.folder.path + "/specs")
        let run = await project.run("check")
        #expect(run.status == 2)
        #expect(run.output.hasSuffix("\ncould not check: no contract and no trigger was checked\n"))
        #expect(run.errors.contains("notice: no contract was found in specs"))
    }

    @Test func couldNotCheckWithoutSnapshots() async throws {
        let project = try await Project.inSync()
        try FileManager.default.removeItem(atPath: project.folder.path + "/snapshots")
        let run = await project.run("check")
        #expect(run.status == 2)
        #expect(run.errors.contains("error: snapshots: There are no snapshots; take some with `flowdrift snapshot"))
    }

    @Test func couldNotCheckAnEnvironmentOfTheSettingsThatHasNoSnapshots() async throws {
        let project = try await Project.inSync()
        try project.folder.write("flowdrift: 1\nenvironments: { prod: , prd: }\n", to: "flowdrift.yaml")
        let run = await project.run("check", "--environment", "prd")
        #expect(run.status == 2)
        #expect(run.errors.contains("/prd: Environment 'prd' has no snapshots; environments with snapshots: prod"))
    }

    @Test func couldNotCheckAnEnvironmentThatOnlyAContractKnows() async throws {
        let project = try await Project.inSync()
        try project.edit("specs/order-status.yaml", "launch:", "environments:\n  prod:\n  staging:\nlaunch:")
        let run = await project.run("check")
        #expect(run.status == 2)
        #expect(run.errors.contains("order-status.yaml:7:3: Contract 'order-status' names the environment 'staging'"))
    }

    @Test func findsDriftEvenWhereSomethingElseCannotBeRead() async throws {
        let project = try await Project.inSync()
        try project.edit("specs/order-status.yaml", "Flow.isUrgent: boolean", "Flow.isUrgent: string")
        try project.folder.write("flowdrift: 1\ncontract: [", to: "specs/broken.yaml")
        let run = await project.run("check", "--report", "json")
        #expect(run.status == 1)
        #expect(run.output.contains("\"complete\" : false"))
        #expect(run.output.contains("\"status\" : \"drift\""))
    }

    @Test func asksForAnEnvironmentWhereTheFlowsNameDependsOnIt() async throws {
        let project = try await Project.inSync()
        try project.edit("specs/order-status.yaml", "workflow/Order Status", "workflow/Order Status {environment}")
        let undecided = await project.run("check", "--from", "exports")
        #expect(undecided.status == 2)
        #expect(undecided.output.contains("its name depends on the environment"))
        let missing = await project.run("check", "--from", "exports", "--environment", "prod")
        #expect(missing.status == 1)
        #expect(
            missing.output.contains(
                "Flow 'workflow/Order Status prod' does not exist; did you mean 'workflow/Order Status'?"
            )
        )
    }

    @Test func leavesOutContractsOfOtherFlowsWhereOneExportIsNamed() async throws {
        let project = try await Project.inSync()
        try project.folder.write(
            Project.contract.replacing("order-status", with: "refund").replacing("Order Status", with: "Refund"),
            to: "specs/refund.yaml"
        )
        #expect(await project.run("check", "--from", "exports/order-status.yaml").status == 0)
        let whole = await project.run("check", "--from", "exports")
        #expect(whole.status == 1)
        #expect(whole.output.contains("[flow-missing]"))
    }

    @Test func isUndecidedOnAnIdThatAnExportDoesNotKnow() async throws {
        let project = try await Project.inSync()
        try project.edit(
            "specs/order-status.yaml",
            "launch:",
            "environments: { prod: { id: 7f0c0c1e-2f7a-4a63-8a53-5a1a8c6f7d10 } }\nlaunch:"
        )
        let run = await project.run("check")
        #expect(run.status == 0)
        #expect(run.output.contains("unknown in prod: the id of 'workflow/Order Status' is unknown"))
        let strict = await project.run("check", "--strict")
        #expect(strict.status == 2)
        #expect(strict.output.contains("could not check: 1 unknown result, and this run allows none"))
    }

    @Test func refusesASnapshotUnderAnotherFlowsName() async throws {
        let project = try await Project.inSync()
        try project.edit("snapshots/prod/workflow/order-status.yaml", "Order Status", "Another One")
        let run = await project.run("check")
        #expect(run.status == 2)
        #expect(
            run.errors.contains("The snapshot is of 'workflow/Another One', but its file name is that of 'workflow/")
        )
    }

    @Test func colorsOnlyATerminal() async throws {
        let project = try await Project.inSync()
        let plain = await CommandRun(["check"], in: project.folder.path, isTerminal: false)
        let colored = await CommandRun(["check"], in: project.folder.path, isTerminal: true)
        let refused = await CommandRun(
            ["check"],
            in: project.folder.path,
            variables: ["NO_COLOR": "1"],
            isTerminal: true
        )
        #expect(!plain.output.contains("\u{1B}"))
        #expect(colored.output.contains("\u{1B}"))
        #expect(refused.output == plain.output)
    }

    @Test func keepsToTheWidthOfATerminalAlone() async throws {
        let project = try await Project.inSync()
        try project.edit("specs/order-status.yaml", "Flow.isUrgent: boolean", "Flow.isUrgent: string")
        let folder = project.folder.path
        let narrow = await CommandRun(
            ["check"],
            in: folder,
            variables: ["NO_COLOR": "1"],
            isTerminal: true,
            columns: 60
        )
        #expect(narrow.output.split(separator: "\n").allSatisfy { $0.count <= 60 })
        let named = ["NO_COLOR": "1", "COLUMNS": "60"]
        #expect(await CommandRun(["check"], in: folder, variables: named, isTerminal: true).output == narrow.output)
        let piped = await CommandRun(["check"], in: folder, variables: named, columns: 60)
        #expect(piped.output == (await project.run("check")).output)
        #expect(piped.output.split(separator: "\n").contains { $0.count > 60 })
    }

    @Test func checksFlowsWithThousandsOfContractsInOneOrder() async throws {
        let project = try await Project.inSync()
        for number in 100..<180 {
            let contract = Project.contract.replacing("order-status", with: "c\(number)")
            try project.folder.write(contract.replacing("boolean", with: "json"), to: "specs/\(number).yaml")
        }
        let first = await project.run("check")
        #expect(first.status == 1)
        #expect(await project.run("check").output == first.output)
        #expect(first.output.contains("checked: 81 contracts"))
    }
}
