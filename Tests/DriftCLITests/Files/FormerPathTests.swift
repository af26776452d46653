import DriftCore
import Foundation
import TestSupport
import Testing

/// Snapshots at the paths of earlier versions, whose hashes had 32 bits.
struct FormerPathTests {
    private static let name = "order status/v2"

    /// Two names with the same former path.
    private static let alike = ["refund !%#*$", "refund .=,:~"]

    private static func export(_ name: String) -> String {
        Project.export.replacing("name: Order Status", with: "name: \"\(name)\"")
    }

    private static func contract(_ name: String) -> String {
        Project.contract.replacing("flow: workflow/Order Status", with: "flow: \"workflow/\(name)\"")
    }

    private static func paths(_ name: String) throws -> (now: String, before: String) {
        let path = SnapshotPath(FlowKey(type: .workflow, name: name))
        return ("snapshots/prod/" + path.text, "snapshots/prod/" + (try #require(path.former.first)))
    }

    /// A project whose snapshot is where an earlier version put it.
    private static func old(_ name: String = name, keepsNew: Bool = false) async throws -> Project {
        let project = Project(folder: try TemporaryFolder())
        try project.folder.write(export(name), to: "exports/a.yaml")
        try project.folder.write(contract(name), to: "specs/order-status.yaml")
        let run = await project.run("snapshot", "--from", "exports", "--environment", "prod")
        try #require(run.status == 0, "\(run.transcript)")
        let (now, before) = try paths(name)
        try project.folder.write(try #require(project.folder.read(now)), to: before)
        if !keepsNew {
            try project.folder.remove(now)
            let parts = (now.dropFirst(15), before.dropFirst(15))
            try project.folder.ageIndex()
            try project.edit("snapshots/prod/index.yaml", String(parts.0), String(parts.1))
        }
        return project
    }

    @Test func readsASnapshotWhereAnEarlierVersionPutIt() async throws {
        let project = try await Self.old()
        for arguments in [
            ["check"], ["check", "--contracts", "specs/order-status.yaml"], ["gate", "--environment", "prod"],
            ["snapshot", "--from", "exports", "--environment", "prod", "--check"], ["diff", "prod", "exports"],
        ] {
            let run = await CommandRun(arguments, in: project.folder.path)
            #expect(run.status == 0, "\(arguments): \(run.transcript)")
        }
        try GitRepository(project.folder.path).commit("Before")
        for arguments in [["check", "--from", "git:HEAD"], ["diff", "git:HEAD", "prod"]] {
            let run = await CommandRun(arguments, in: project.folder.path)
            #expect(run.status == 0, "\(arguments): \(run.transcript)")
        }
    }

    @Test func findsDriftInIt() async throws {
        let project = try await Self.old()
        try project.edit("specs/order-status.yaml", "Flow.isUrgent", "Flow.urgent")
        for arguments in [["check"], ["check", "--contracts", "specs/order-status.yaml"]] {
            #expect(await CommandRun(arguments, in: project.folder.path).status == 1)
        }
    }

    @Test func movesIt() async throws {
        let project = try await Self.old()
        let (now, before) = try Self.paths(Self.name)
        let run = await project.run("snapshot", "--from", "exports", "--environment", "prod")
        #expect(run.status == 0)
        #expect(run.output.contains("moved: 'workflow/\(Self.name)' (from \(before) to \(now))\n"))
        #expect(run.output.contains("1 snapshot, no interface changed"))
        #expect(project.folder.read(before) == nil)
        #expect(project.folder.read(now) != nil)
        #expect(await project.run("check").status == 0)
    }

    @Test func namesBothWhereBothExist() async throws {
        let project = try await Self.old(keepsNew: true)
        let (now, before) = try Self.paths(Self.name)
        for arguments in [
            ["check"], ["check", "--contracts", "specs/order-status.yaml"], ["gate", "--environment", "prod"],
            ["diff", "prod", "exports"],
        ] {
            let run = await CommandRun(arguments, in: project.folder.path)
            #expect(run.status == 2, "\(arguments): \(run.transcript)")
            #expect(
                run.errors.contains("\(now): 'workflow/\(Self.name)' has two snapshots: this file, and \(before)")
            )
            #expect(run.errors.contains("take the snapshots again with `flowdrift snapshot`"))
        }
        #expect(await project.run("snapshot", "--from", "exports", "--environment", "prod").status == 0)
        #expect(project.folder.read(before) == nil)
        #expect(await project.run("check").status == 0)
    }

    @Test func keepsApartTwoNamesThatSharedAPath() async throws {
        let project = try await Self.old(Self.alike[0])
        #expect(try Self.paths(Self.alike[0]).before == Self.paths(Self.alike[1]).before)
        try project.folder.write(Self.export(Self.alike[1]), to: "exports/b.yaml")
        let second = Self.contract(Self.alike[1]).replacing("contract: order-status", with: "contract: second")
        try project.folder.write(second, to: "specs/second.yaml")
        #expect(await project.run("check").status == 1, "the second flow is missing, and not the first one's snapshot")
        let run = await project.run("snapshot", "--from", "exports", "--environment", "prod")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(await project.run("check").status == 0)
        #expect(await project.run("snapshot", "--from", "exports", "--environment", "prod", "--check").status == 0)
    }

    @Test(arguments: [("Re\u{301}clamation", "R\u{E9}clamation"), ("R\u{E9}clamation", "Re\u{301}clamation")])
    func comparesNamesInOneNormalForm(_ ofFlow: String, _ ofContract: String) async throws {
        let project = Project(folder: try TemporaryFolder())
        let variable = "Flow.num\(ofFlow.dropFirst(1).prefix(1))ro"
        let other = "Flow.num\(ofContract.dropFirst(1).prefix(1))ro"
        let export = Self.export(ofFlow).replacing("Flow.orderNumber", with: variable)
        try project.folder.write(export, to: "exports/a.yaml")
        let contract =
            Self.contract(ofContract).replacing("Flow.orderNumber", with: other) + "  payloads: [body.json]\n"
        try project.folder.write(contract, to: "specs/order-status.yaml")
        let body =
            #"{ "flowId": "7b0c0c1e-2b6d-4d5c-8c34-7c1d2f9e6a10", "inputData": { "\#(other)": "1", "Flow.isUrgent": true } }"#
        try project.folder.write(body, to: "specs/body.json")
        #expect(await project.run("snapshot", "--from", "exports", "--environment", "prod").status == 0)
        for arguments in [
            ["check"], ["check", "--contracts", "specs/order-status.yaml"],
            ["check", "--from", "exports", "--environment", "prod"],
        ] {
            let run = await CommandRun(arguments, in: project.folder.path)
            #expect(run.status == 0, "\(arguments): \(run.transcript)")
            #expect(run.output.contains("no findings"), "\(run.output)")
        }
        // The name keeps its bytes.
        let file = SnapshotPath(FlowKey(type: .workflow, name: ofContract)).text
        let text = try #require(project.folder.read("snapshots/prod/" + file))
        #expect(text.utf8.firstRange(of: ofFlow.utf8) != nil || text.contains("\\u"), "\(text)")
    }
}
