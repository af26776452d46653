import Foundation
import GenesysStub
import TestSupport
import Testing

@testable import DriftCLI
@testable import DriftCore

/// The flows that `stub` serves, with their ids and outputs.
struct StandInSourceTests {
    private static let id = "11111111-2222-4333-8444-555555555555"
    private static let other = "22222222-2222-4333-8444-555555555555"

    /// A repository with snapshots of `test` and `prod`, each with a flow of its own besides the common one.
    private func repository() async throws -> TemporaryFolder {
        let folder = try ServedStub.folder()
        for environment in ["test", "prod"] {
            let own = OrderFlow.export.replacing("Order Status", with: "Only \(environment)")
            try folder.write(own, to: "exports/own.yaml")
            let words = ["snapshot", "--from", "exports", "--environment", environment]
            #expect(await CommandRun(words, in: folder.path).status == 0)
        }
        try folder.remove("exports/own.yaml")
        return folder
    }

    private func contract(_ name: String, of flow: String = "Order Status", environments: String) -> String {
        """
        flowdrift: 1
        contract: \(name)
        owner: team-orders
        flow: workflow/\(flow)
        environments: \(environments)
        launch: { inputs: { Flow.orderNumber: string } }

        """
    }

    /// The statuses of launches with some ids.
    private func statuses(_ ids: [String], _ arguments: [String], in folder: TemporaryFolder) async throws -> [Int] {
        var statuses: [Int] = []
        let run = try await ServedStub.run(arguments, in: folder) { client in
            for id in ids { statuses.append(try await client.launch(#""Flow.orderNumber": "A""#, of: id).status) }
        }
        #expect(run.status == 0 && !run.errors.contains("error:"), "\(run.errors)")
        return statuses
    }

    @Test(
        arguments: [
            ([], ["--environment", "prod"], "snapshots/prod"),
            (["--from", "snapshots"], ["--environment", "test"], "snapshots/test"),
            (["--from", "."], ["--environment", "prod"], "snapshots/prod"),
            (["--from", "snapshots/prod"], [], "snapshots/prod"),
            (["--from", "snapshots/prod/"], ["--environment", "prod"], "snapshots/prod"),
        ] as [([String], [String], String)]
    )
    func servesOneEnvironment(source: [String], environment: [String], served: String) async throws {
        let folder = try await repository()
        let run = try await ServedStub.run(source + environment, in: folder)
        #expect(run.status == 0)
        #expect(run.errors.contains(" serves 2 flows and 0 triggers from "), "\(run.errors)")
        #expect(run.errors.hasSuffix("\(served)\n"), "\(run.errors)")
    }

    @Test(
        arguments: [
            ([], 64, "snapshots has several environments; name one with --environment: prod, test"),
            (
                ["--from", "snapshots"], 64,
                "--from snapshots has several environments; name one with --environment: prod, test"
            ),
            (["--from", "."], 64, "has several environments; name one with --environment: prod, test"),
            (["--from", "snapshots", "--environment", "prd"], 64, "has no such environment; did you mean 'prod'?"),
            (["--environment", "prd"], 64, "--environment prd: there is no such environment; did you mean 'prod'?"),
            (
                ["--from", "snapshots/prod", "--environment", "test"], 64,
                "is the environment 'prod', but --environment names 'test'"
            ),
            (["--append"], 64, "--append requires --record-launches"),
            (["--record-values"], 64, "--record-values requires --record-launches"),
            (["--allow-refused"], 64, "--allow-refused requires --run"), (["--run"], 64, "write the command after --"),
            (["--", "true"], 64, "a command after -- requires --run"),
            (["--launches", "all"], 64, "all"),
            (["--host", "127.0.0.1", "--listen", "127.0.0.1"], 64, "--host is the former name of --listen"),
            (["--config", "none.yaml"], 2, "none.yaml"),
        ] as [([String], Int32, String)]
    )
    func saysWhatKeepsItFromServing(arguments: [String], status: Int32, error: String) async throws {
        let run = await CommandRun(["stub"] + arguments, in: try await repository().path)
        #expect(run.status == status && run.output.isEmpty)
        #expect(run.errors.contains(error), "\(run.errors)")
    }

    @Test func saysWhatToDoWithoutSnapshots() async throws {
        let run = await CommandRun(["stub"], in: try ServedStub.folder().path)
        #expect(run.status == 2)
        #expect(
            run.errors
                == "error: snapshots: There are no snapshots; take some with `flowdrift snapshot`, or serve exports with "
                + "--from DIR\n"
        )
    }

    @Test func mixesFoldersOfExports() async throws {
        let folder = try ServedStub.folder()
        try folder.write(OrderFlow.export.replacing("Order Status", with: "Other"), to: "exports/more/workflow/o.yaml")
        let run = try await ServedStub.run(["--from", "exports"], in: folder)
        #expect(run.errors.contains(" serves 2 flows and 0 triggers from exports\n"))
    }

    @Test func saysThatHostIsCalledListen() async throws {
        let folder = try ServedStub.folder()
        let run = try await ServedStub.run(["--from", "exports", "--host", "127.0.0.1"], in: folder)
        #expect(run.status == 0 && run.errors.hasPrefix("notice: --host is now called --listen; use --listen\n"))
        let quiet = try await ServedStub.run(["--from", "exports", "--listen", "127.0.0.1"], in: folder)
        #expect(quiet.status == 0 && !quiet.errors.contains("notice"))
        #expect(quiet.output.contains(/^listening on http:\/\/127\.0\.0\.1:\d+\n$/))
    }

    @Test func answersToTheIDsOfContracts() async throws {
        let folder = try await repository()
        try folder.write(
            contract("orders", environments: "{ prod: { id: \(Self.id) }, test: { id: \(Self.other) } }"),
            to: "specs/orders.yaml"
        )
        let own = "{ prod: { id: 33333333-2222-4333-8444-555555555555 } }"
        try folder.write(contract("own", of: "Only {environment}", environments: own), to: "specs/own.yaml")
        let ids = [Self.id, Self.other, OrderFlow.id, "33333333-2222-4333-8444-555555555555"]
        #expect(try await statuses(ids, ["--environment", "prod"], in: folder) == [200, 200, 200, 200])
        #expect(try await statuses(ids, ["--environment", "test"], in: folder) == [200, 200, 200, 404])
        #expect(try await statuses(ids, ["--from", "exports"], in: folder) == [200, 200, 200, 404])
    }

    @Test func prefersTheIDsOfItsOwnEnvironment() async throws {
        let folder = try await repository()
        let environments = "{ prod: { id: \(Self.id) } }"
        try folder.write(contract("a", environments: environments), to: "specs/a.yaml")
        let test = "{ test: { id: \(Self.id) } }"
        try folder.write(contract("b", of: "Only prod", environments: test), to: "specs/b.yaml")
        let run = try await ServedStub.run(["--environment", "prod", "--record-launches", "l.ndjson"], in: folder) {
            try await $0.launch(#""Flow.orderNumber": "A""#, of: Self.id)
        }
        #expect(folder.read("l.ndjson")?.contains("workflow/Order Status") == true)
        #expect(
            run.errors.contains(
                "notice: specs/b.yaml:5:29: \(Self.id) is the id of 'workflow/Order Status' in the stand-in, "
                    + "not of 'workflow/Only prod'"
            ),
            "\(run.errors)"
        )
    }

    @Test func mentionsContractsThatCannotBeRead() async throws {
        let folder = try await repository()
        try folder.write("flowdrift: 1\nlunch: 1\n", to: "specs/a.yaml")
        let run = try await ServedStub.run(["--environment", "prod"], in: folder)
        #expect(run.status == 0 && run.errors.hasPrefix("notice: specs/a.yaml:"))
    }

    @Test func answersToGivenIDs() async throws {
        let folder = try ServedStub.folder()
        let arguments = ["--from", "exports", "--id", "workflow/Order Status=\(Self.id.uppercased())"]
        let again = arguments + ["--id", "workflow/Order Status=\(Self.other)"]
        #expect(try await statuses([Self.id, Self.other, OrderFlow.id], arguments, in: folder) == [200, 404, 200])
        #expect(try await statuses([Self.id, Self.other, OrderFlow.id], again, in: folder) == [200, 200, 200])
    }

    @Test(
        arguments: [
            (["workflow/Order Status"], 64, "write a flow and a UUID, as 'workflow/Callback Request=UUID'"),
            (["workflow/Order Status=7"], 64, "write a flow and a UUID"),
            (["=\(id)"], 2, "the stand-in doesn't serve a flow ''"),
            (
                ["workflow/Order Statsu=\(id)"], 2,
                "the stand-in doesn't serve a flow 'workflow/Order Statsu'; did you mean 'workflow/Order Status'?"
            ),
            (
                ["workflow/Order Status=\(id)", "workflow/Other=\(id)"], 64,
                "\(id) is already the id of 'workflow/Order Status'"
            ),
            (["workflow/Other=\(OrderFlow.id)"], 64, "is already the id of 'workflow/Order Status'"),
        ] as [([String], Int32, String)]
    )
    func refusesIDsThatAreUnclear(ids: [String], status: Int32, error: String) async throws {
        let folder = try ServedStub.folder()
        try folder.write(OrderFlow.export.replacing("Order Status", with: "Other"), to: "exports/other.yaml")
        let run = await CommandRun(["stub", "--from", "exports"] + ids.flatMap { ["--id", $0] }, in: folder.path)
        #expect(run.status == status)
        #expect(run.errors.contains(error), "\(run.errors)")
    }

    @Test func givesOutputsFromAFile() async throws {
        let folder = try ServedStub.folder()
        try folder.write("workflow/Order Status: { Flow.answer: shipped }\n", to: "outputs.yaml")
        try await ServedStub.run(["--from", "exports", "--outputs", "outputs.yaml"], in: folder) { client in
            let launched = try await client.launch(#""Flow.orderNumber": "A""#)
            let address = try #require(
                launched.body.firstMatch(of: /"selfUri": "(\/api\/v2\/flows\/executions\/[^"]+)"/)
            )
            let execution = try await client.get(String(address.1))
            #expect(execution.body.contains(#""outputData": {"Flow.answer": "shipped", "Flow.notes": []}"#))
        }
    }

    @Test func refusesOutputsThatTheFlowDoesNotGive() async throws {
        let folder = try ServedStub.folder()
        try folder.write("workflow/Order Status:\n  Flow.answr: shipped\n", to: "outputs.yaml")
        let run = await CommandRun(["stub", "--from", "exports", "--outputs", "outputs.yaml"], in: folder.path)
        #expect(run.status == 2)
        #expect(
            run.errors
                == "error: outputs.yaml:2:3: 'workflow/Order Status' declares no output 'Flow.answr'; did you mean "
                + "'Flow.answer'?\n"
        )
    }

    @Test func judgesByTheSettings() async throws {
        let folder = try ServedStub.folder()
        let body = #""Flow.orderNumber": "A", "Flow.none": 1"#
        #expect(try await self.answers(body, [], in: folder) == 400)
        #expect(try await self.answers(body, ["--launches", "accept"], in: folder) == 200)
        try folder.write("flowdrift: 1\nseverity: { payload-input-undeclared: off }\n", to: "flowdrift.yaml")
        #expect(try await self.answers(body, [], in: folder) == 200)
    }

    private func answers(_ inputs: String, _ options: [String], in folder: TemporaryFolder) async throws -> Int {
        var status = 0
        try await ServedStub.run(["--from", "exports"] + options, in: folder) {
            status = try await $0.launch(inputs).status
        }
        return status
    }
}
