import Foundation
import SourceText
import StrictJSON
import TestSupport
import Testing

/// `flowdrift contract --from-launches` writes contracts from observed launches.
struct FromLaunchesTests {
    private static let id = "0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21"

    /// A repository with a snapshot of `Order Status`, and no contract.
    private func started(withID: Bool = false) async throws -> Project {
        let project = Project(folder: try TemporaryFolder())
        try project.folder.write(Project.export, to: "exports/order-status.yaml")
        let entry = """
            {"entities": [{"id": "\(Self.id)", "name": "Order Status", "type": "WORKFLOW", "active": true,
             "publishedVersion": {"id": "12.0"}}]}
            """
        if withID { try project.folder.write(entry, to: "exports/flows.json") }
        let run = await project.run("snapshot", "--from", "exports", "--environment", "prod")
        try #require(run.status == 0, "\(run.transcript)")
        return project
    }

    /// A line of a recording.
    private static func line(
        _ inputs: String,
        flow: String = "workflow/Order Status",
        result: String = "accepted",
        more: String = ""
    ) -> String {
        #"{"flowdrift": 1, "flow": "\#(flow)", "inputs": {\#(inputs)}\#(more), "result": "\#(result)"}"# + "\n"
    }

    private static let both =
        line(#""Flow.orderNumber": "string", "Flow.isUrgent": "boolean""#) + line(#""Flow.orderNumber": "string""#)

    private static func body(_ inputs: String, id: String = id) -> String {
        #"{"flowId": "\#(id)", "inputData": {\#(inputs)}}"# + "\n"
    }

    /// A HAR file of launches, each with the status of its answer, or `nil` for none.
    private static func har(_ launches: (body: String, status: Int?)...) -> String {
        let entries = launches.map { body, status in
            let answer = status.map { #", "response": {"status": \#($0), "headers": [], "content": {}}"# } ?? ""
            return """
                {"request": {"method": "POST", "url": "https://api.mypurecloud.ie/api/v2/flows/executions",
                 "headers": [{"name": "Authorization", "value": "Bearer x"}],
                 "postData": {"mimeType": "application/json", "text": \(JSONValue.quoted(body))}}\(answer)}
                """
        }
        return #"{"log": {"version": "1.2", "entries": [\#(entries.joined(separator: ","))]}}"#
    }

    // MARK: - New contracts

    @Test func writesAContractThatChecksTheRecording() async throws {
        let project = try await started()
        try project.folder.write(Self.both, to: "test/launches.ndjson")
        let run = await project.run("contract", "--from-launches", "test/launches.ndjson")
        #expect(run.status == 0, "\(run.transcript)")
        let snapshot = "snapshots/prod/workflow/order-status.yaml"
        #expect(run.output == "specs/order-status.yaml: written, from 2 launches and \(snapshot)\n")
        #expect(run.errors == "next: review what was written, then run `flowdrift check`\n")
        let text = project.folder.read("specs/order-status.yaml") ?? ""
        #expect(
            text.hasSuffix(
                """
                # Made from recorded launches and \(snapshot); from here on it is yours to edit.
                flowdrift: 1
                contract: order-status
                # owner: team-name    # who is responsible for the code; reports print it
                flow: workflow/Order Status
                launch:
                  inputs:
                    Flow.isUrgent: { type: boolean, sent: sometimes }
                    Flow.orderNumber: string
                  outputs:
                    Flow.answer: string
                  recordings:
                    - ../test/launches.ndjson

                """
            ),
            "\(text)"
        )
        let check = await project.run("check")
        #expect(check.status == 0, "\(check.transcript)")
    }

    @Test func writesNoSecondContractBesideOneThatCannotBeRead() async throws {
        let project = try await started()
        try project.folder.write(Self.both, to: "test/launches.ndjson")
        #expect(await project.run("contract", "--from-launches", "test/launches.ndjson").status == 0)
        let file = try #require(project.folder.tree().keys.first { $0.hasPrefix("specs/") })
        try project.folder.write("<<<<<<< HEAD\n" + (project.folder.read(file) ?? ""), to: file)
        let run = await project.run("contract", "--from-launches", "test/launches.ndjson")
        #expect(run.status == 2)
        #expect(run.errors.contains("may be about 'workflow/Order Status'"), "\(run.transcript)")
        #expect(try project.folder.tree().keys.count { $0.hasPrefix("specs/") } == 1)
    }

    @Test func keepsThePermissionsOfAContract() async throws {
        let project = try await started()
        try project.folder.write(Self.line(#""Flow.orderNumber": "string""#), to: "test/launches.ndjson")
        #expect(await project.run("contract", "--from-launches", "test/launches.ndjson").status == 0)
        let file = try #require(project.folder.tree().keys.first { $0.hasPrefix("specs/") })
        let path = project.folder.path + "/" + file
        #expect(chmod(path, 0o600) == 0)
        try project.folder.write(Self.both, to: "test/launches.ndjson")
        #expect(await project.run("contract", "--from-launches", "test/launches.ndjson").status == 0)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(project.folder.read(file)?.contains("Flow.isUrgent") == true && mode == 0o600)
    }

    @Test func changesNothingTheSecondTime() async throws {
        let project = try await started()
        try project.folder.write(Self.both, to: "test/launches.ndjson")
        _ = await project.run("contract", "--from-launches", "test/launches.ndjson")
        let before = try project.folder.tree()
        let run = await project.run("contract", "--from-launches", "test/launches.ndjson")
        #expect(run.status == 0)
        #expect(run.output == "specs/order-status.yaml: unchanged\n")
        #expect(run.errors == "")
        #expect(try project.folder.tree() == before)
    }

    @Test func writesTheSameBytesInAnyOrder() async throws {
        let project = try await started()
        try project.folder.write(Self.line(#""Flow.orderNumber": "string", "Flow.x": "integer""#), to: "a.ndjson")
        try project.folder.write(Self.line(#""Flow.x": "decimal""#), to: "b.ndjson")
        try project.folder.write(Self.both, to: "c.ndjson")
        let first = await project.run(
            "contract",
            "--from-launches",
            "a.ndjson",
            "b.ndjson",
            "c.ndjson",
            "--output",
            "-"
        )
        let second = await project.run("contract", "--from-launches", "c.ndjson", "a.ndjson", "./b.ndjson", "-o", "-")
        #expect(first.status == 0, "\(first.transcript)")
        #expect(first.output == second.output)
        #expect(first.output.contains("    Flow.x: { type: decimal, sent: sometimes }\n"), "\(first.output)")
        #expect(first.output.contains("    - ../a.ndjson\n    - ../b.ndjson\n    - ../c.ndjson\n"))
        #expect(project.folder.read("specs/order-status.yaml") == nil)
    }

    @Test func writesAContractOfEachFlow() async throws {
        let project = try await started()
        let refund = Self.line(#""Flow.amount": "decimal""#, flow: "workflow/Refund")
        try project.folder.write(Self.both + refund, to: "a.ndjson")
        let run = await project.run("contract", "--from-launches", "a.ndjson")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(
            run.output.hasSuffix("order-status.yaml\nspecs/refund.yaml: written, from 1 launch\n"),
            "\(run.output)"
        )
        #expect(run.errors.contains("there is no snapshot of 'workflow/Refund', so the contract has the JSON types"))
        #expect(project.folder.read("specs/refund.yaml")?.contains("    Flow.amount: decimal\n") == true)
        let output = await project.run("contract", "--from-launches", "a.ndjson", "--output", "x.yaml")
        #expect(output.status == 64, "\(output.transcript)")
        let one = await project.run("contract", "Refund", "--from-launches", "a.ndjson", "--output", "-")
        #expect(one.status == 0 && !one.output.contains("Order Status"), "\(one.transcript)")
    }

    @Test func namesTheContractsOfTwoFlowsWithOneName() async throws {
        let project = try await started()
        let lines = ["workflow", "inboundcall"].map { Self.line("", flow: "\($0)/Refund") }
        try project.folder.write(lines.joined(), to: "a.ndjson")
        let run = await project.run("contract", "--from-launches", "a.ndjson")
        #expect(
            run.output == """
                specs/refund.yaml: written, from 1 launch
                specs/refund-workflow.yaml: written, from 1 launch

                """,
            "\(run.transcript)"
        )
        #expect(project.folder.read("specs/refund-workflow.yaml")?.contains("\ncontract: refund-workflow\n") == true)
    }

    @Test func writesTheFileThatIsNamed() async throws {
        let project = try await started()
        try project.folder.write(Self.both, to: "a.ndjson")
        let words = ["contract", "Order Status", "--from-launches", "a.ndjson", "--output", "specs/shop/x.yaml"]
        let run = await CommandRun(words, in: project.folder.path)
        #expect(run.status == 0, "\(run.transcript)")
        #expect(project.folder.read("specs/shop/x.yaml")?.contains("    - ../../a.ndjson\n") == true)
        let again = await CommandRun(words.dropLast() + ["specs/y.yaml"], in: project.folder.path)
        #expect(again.status == 64)
        #expect(
            again.errors.contains(
                "the flow's contract specs/shop/x.yaml already exists, and is updated in place"
            )
        )
    }

    @Test func listsNoRecordingOutsideTheRepository() async throws {
        let project = try await started()
        let other = try TemporaryFolder()
        try other.write(Self.both, to: "a.ndjson")
        let run = await project.run("contract", "--from-launches", other.path + "/a.ndjson")
        #expect(run.status == 0, "\(run.transcript)")
        let reason = "not listed under `recordings` of the contract, because the file is outside the repository"
        #expect(run.errors.contains("a.ndjson: \(reason)\n"), "\(run.errors)")
        #expect(project.folder.read("specs/order-status.yaml")?.contains("recordings:") == false)
    }

    // MARK: - Existing contracts

    @Test func keepsWhatAPersonWrote() async throws {
        let project = try await Project.inSync()
        try project.edit("specs/order-status.yaml", "Flow.isUrgent: boolean", "Flow.isUrgent: boolean   # rarely")
        try project.folder.write(
            Self.both + Self.line(#""Flow.orderNumber": "string", "Flow.extra": "integer""#),
            to: "a.ndjson"
        )
        let run = await project.run("contract", "--from-launches", "a.ndjson")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(
            run.output == """
                specs/order-status.yaml: updated, from 3 launches
                  Flow.isUrgent: sent sometimes, was always
                  added Flow.extra: integer, sent sometimes
                  added ../a.ndjson to recordings

                """
        )
        #expect(
            project.folder.read("specs/order-status.yaml") == """
                flowdrift: 1
                contract: order-status
                owner: team-orders
                flow: workflow/Order Status
                launch:
                  inputs:
                    Flow.orderNumber: string
                    Flow.isUrgent: { type: boolean, sent: sometimes }   # rarely
                    Flow.extra: { type: integer, sent: sometimes }
                  outputs: { Flow.answer: string }
                  recordings:
                    - ../a.ndjson

                """
        )
        let again = await project.run("contract", "--from-launches", "a.ndjson")
        #expect(again.output == "specs/order-status.yaml: unchanged\n")
    }

    @Test func printsTheUpdatedContract() async throws {
        let project = try await Project.inSync()
        try project.folder.write(Self.both, to: "a.ndjson")
        let run = await project.run("contract", "--from-launches", "a.ndjson", "--output", "-")
        #expect(run.output.contains("Flow.isUrgent: { type: boolean, sent: sometimes }\n"), "\(run.transcript)")
        #expect(project.folder.read("specs/order-status.yaml") == Project.contract)
    }

    @Test func saysWhichInputsNoLaunchSends() async throws {
        let project = try await Project.inSync()
        try project.folder.write(Self.line(#""Flow.orderNumber": "string""#), to: "a.ndjson")
        let run = await project.run("contract", "--from-launches", "a.ndjson")
        let notice =
            "notice: specs/order-status.yaml:8:5: no launch sends 'Flow.isUrgent', but it stays in the contract; remove"
        #expect(run.errors.contains(notice), "\(run.transcript)")
        #expect(project.folder.read("specs/order-status.yaml")?.contains("    Flow.isUrgent: boolean\n") == true)
    }

    @Test func knowsARecordingByItsPattern() async throws {
        let project = try await Project.inSync()
        try project.edit("specs/order-status.yaml", "  outputs", "  recordings: [ ../test/**/*.ndjson ]\n  outputs")
        let line = Self.line(#""Flow.orderNumber": "string", "Flow.isUrgent": "boolean""#)
        try project.folder.write(line, to: "test/launches/a.ndjson")
        let run = await project.run("contract", "--from-launches", project.folder.path + "/test/launches/a.ndjson")
        #expect(run.output == "specs/order-status.yaml: unchanged\n", "\(run.transcript)")
    }

    @Test func leavesTheInputsToASchema() async throws {
        let project = try await Project.inSync()
        let contract = "flowdrift: 1\ncontract: c\nflow: workflow/Order Status\nlaunch: { schema: s.json }\n"
        try project.folder.write(contract, to: "specs/order-status.yaml")
        let schema = #"{"type": "object", "properties": {"Flow.orderNumber": {"type": "string"}}}"#
        try project.folder.write(schema, to: "specs/s.json")
        try project.folder.write(Self.both, to: "a.ndjson")
        let run = await project.run("contract", "--from-launches", "a.ndjson")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(
            run.errors.contains("the contract's inputs are in the schema 's.json', so only recordings are added")
        )
        let expected = contract.replacing("s.json }", with: "s.json, recordings: [../a.ndjson] }")
        #expect(project.folder.read("specs/order-status.yaml") == expected)
    }

    @Test func updatesTheContractOfAFlowThatIsNamedAfterItsEnvironment() async throws {
        let project = Project(folder: try TemporaryFolder())
        for name in ["test", "prod"] {
            let export = Project.export.replacing("Order Status", with: "Order Status \(name)")
            try project.folder.write(export, to: "exports-\(name)/order-status.yaml")
            let run = await project.run("snapshot", "--from", "exports-\(name)", "--environment", name)
            try #require(run.status == 0, "\(run.transcript)")
        }
        let lines = ["test", "prod"].map { name in
            let inputs = #""Flow.orderNumber": "string""# + (name == "test" ? "" : #", "Flow.isUrgent": "boolean""#)
            return Self.line(inputs, flow: "workflow/Order Status \(name)")
        }
        try project.folder.write(lines.joined(), to: "a.ndjson")
        let drafted = await project.run("contract", "--from-launches", "a.ndjson")
        #expect(drafted.output.hasPrefix("specs/order-status.yaml: written, from 2 launches"), "\(drafted.transcript)")
        let text = project.folder.read("specs/order-status.yaml") ?? ""
        #expect(text.contains("\nflow: \"workflow/Order Status {environment}\"\n"), "\(text)")
        #expect(text.contains("    Flow.isUrgent: { type: boolean, sent: sometimes }\n"), "\(text)")
        let again = await project.run("contract", "--from-launches", "a.ndjson")
        #expect(again.output == "specs/order-status.yaml: unchanged\n", "\(again.transcript)")
    }

    @Test func asksWhichOfTwoContractsIsMeant() async throws {
        let project = try await Project.inSync()
        let other = Project.contract.replacing("contract: order-status", with: "contract: other")
        try project.folder.write(other, to: "specs/other.yaml")
        try project.folder.write(Self.both, to: "a.ndjson")
        let before = try project.folder.tree()
        let run = await project.run("contract", "--from-launches", "a.ndjson")
        #expect(run.status == 2)
        #expect(run.errors.contains("'order-status' (specs/order-status.yaml) and 'other' (specs/other.yaml)"))
        #expect(run.errors.contains("name the contract to update with --contracts FILE"), "\(run.errors)")
        #expect(try project.folder.tree() == before)
        let named = await project.run("contract", "--from-launches", "a.ndjson", "--contracts", "specs/other.yaml")
        #expect(named.status == 0 && named.output.hasPrefix("specs/other.yaml: updated"), "\(named.transcript)")
        // From now on the recording says which is meant.
        let again = await project.run("contract", "--from-launches", "a.ndjson")
        #expect(again.output == "specs/other.yaml: unchanged\n", "\(again.transcript)")
    }

    @Test func writesNoOtherContractThanTheOneThatIsNamed() async throws {
        let project = try await Project.inSync()
        try project.folder.write(Self.both + Self.line("", flow: "workflow/Refund"), to: "a.ndjson")
        let words = ["contract", "--from-launches", "a.ndjson", "--contracts", "specs/order-status.yaml"]
        let run = await CommandRun(words, in: project.folder.path)
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.errors.contains("the launches of 'workflow/Refund' are skipped"), "\(run.errors)")
        #expect(try project.folder.tree().keys.filter { $0.hasPrefix("specs/") } == ["specs/order-status.yaml"])
    }

    @Test func leavesAWebhooksContractAlone() async throws {
        let project = try await Project.inSync()
        let webhook = "flowdrift: 1\ncontract: hook\nflow: workflow/Order Status\nlaunch: { via: webhook }\n"
        try project.folder.write(webhook, to: "specs/order-status.yaml")
        try project.folder.write(Self.both, to: "a.ndjson")
        let run = await project.run("contract", "--from-launches", "a.ndjson")
        #expect(run.output.hasPrefix("specs/order-status-workflow.yaml: written"), "\(run.transcript)")
        #expect(project.folder.read("specs/order-status.yaml") == webhook)
    }

    /// Contracts that can't be updated, the launch, and what is said.
    private static let refused: [(String, String, [String])] = [
        (
            "launch: { inputs: { Flow.orderNumber: { sent: never } } }\n", line(#""Flow.orderNumber": "string""#),
            ["specs/c.yaml:4:21: ", "`sent: never`", "a.ndjson:1:1"]
        ),
        (
            "launch: { inputs: { Flow.ordernumber: string } }\n", line(#""Flow.orderNumber": "string""#),
            ["specs/c.yaml:4:21: ", "'Flow.ordernumber', but the launch at a.ndjson:1:1 sends 'Flow.orderNumber'"]
        ),
        (
            "launch: &l\n  inputs: {}\n", line(#""Flow.orderNumber": "string""#),
            ["specs/c.yaml:4:9: ", "has an anchor", "edit the file by hand", "`Flow.orderNumber: { type: \"string\""]
        ),
        (
            "launch: {}\n", line(#""Flow.x": "string""#) + line(#""Flow.x": "integer""#),
            [
                "a.ndjson:1:1: Input 'Flow.x' is sent as string in this launch, but as integer in the launch at "
                    + "a.ndjson:2:1"
            ]
        ),
        ("lunch: {}\n", line(""), ["specs/c.yaml", "can't be read"]),
    ]

    @Test(arguments: refused)
    func writesNothingWhereSidesContradict(_ body: String, _ launch: String, _ messages: [String]) async throws {
        let project = try await started()
        let contract = "flowdrift: 1\ncontract: c\nflow: workflow/Order Status\n" + body
        try project.folder.write(contract, to: "specs/c.yaml")
        try project.folder.write(launch + Self.line("", flow: "workflow/Refund"), to: "a.ndjson")
        let before = try project.folder.tree()
        let run = await project.run("contract", "--from-launches", "a.ndjson")
        #expect(run.status == 2, "\(run.transcript)")
        for message in messages { #expect(run.errors.contains(message), "\(run.errors)") }
        #expect(run.errors.hasSuffix("nothing was written\n"))
        #expect(try project.folder.tree() == before)
    }

    // MARK: - Which launches count

    @Test func countsAcceptedLaunchesOfAHARFile() async throws {
        let project = try await started(withID: true)
        let good = #""Flow.orderNumber": "1""#
        let har = Self.har(
            (Self.body(good + #", "Flow.isUrgent": true"#), 200),
            (Self.body(#""Flow.orderNumbr": 1"#), 400),
            (Self.body(good), nil),
            (Self.body(#""Flow.orderNumber": 5"#), nil)
        )
        try project.folder.write(har, to: "browser.har")
        let run = await project.run("contract", "--from-launches", "browser.har")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.errors.contains("the launch is left out, because the API would refuse it: "), "\(run.errors)")
        #expect(run.errors.contains("[payload-input-type]"), "\(run.errors)")
        #expect(run.errors.contains("2 refused launches of 'workflow/Order Status' are left out"), "\(run.errors)")
        let text = project.folder.read("specs/order-status.yaml") ?? ""
        #expect(text.contains("  inputs:\n    Flow.isUrgent: { type: boolean, sent: sometimes }\n"), "\(text)")
        #expect(text.contains("    Flow.orderNumber: string\n"), "\(text)")
        #expect(!text.contains("recordings:") && !text.contains("browser.har"))
    }

    @Test func readsACollectionForTheFlowThatIsNamed() async throws {
        let project = try await started()
        let body = #"{"flowId": "{{flow}}", "inputData": {"Flow.orderNumber": "{{number}}", {{more}} }}"#
        let collection = """
            {"info": {"name": "Orders"}, "item": [{"request": {"method": "POST",
             "url": {"raw": "https://{{host}}/api/v2/flows/executions"},
             "body": {"mode": "raw", "raw": \(JSONValue.quoted(body))}}}]}
            """
        try project.folder.write(collection, to: "orders.json")
        let unknown = await project.run("contract", "--from-launches", "orders.json")
        #expect(unknown.status == 2, "\(unknown.transcript)")
        #expect(unknown.errors.contains("The launch doesn't say which flow it starts"), "\(unknown.errors)")
        let run = await project.run("contract", "Order Status", "--from-launches", "orders.json")
        #expect(run.status == 0, "\(run.transcript)")
        let text = project.folder.read("specs/order-status.yaml") ?? ""
        #expect(text.contains("    Flow.orderNumber: string\n"), "\(text)")
        #expect(text.contains("# No launch shows it, but a placeholder may stand for it. Optional"), "\(text)")
    }

    @Test func asksForTheFlowOfAnUnknownID() async throws {
        let project = try await started()
        try project.folder.write(Self.body(#""Flow.orderNumber": "1""#), to: "body.json")
        let before = try project.folder.tree()
        let run = await project.run("contract", "--from-launches", "body.json")
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("error: body.json:1:1: The launch starts the flow with the id \(Self.id), "))
        #expect(run.errors.contains("`flowdrift contract FLOW --from-launches FILE`"), "\(run.errors)")
        #expect(try project.folder.tree() == before)
        let named = await project.run("contract", "Order Status", "--from-launches", "body.json", "--output", "-")
        #expect(named.status == 0 && named.output.contains("    Flow.orderNumber: string\n"), "\(named.transcript)")
    }

    @Test func namesEachUnknownID() async throws {
        let project = try await started()
        let other = "a1b2c3d4-e5f6-4890-abcd-ef1234567890"
        try project.folder.write(Self.body("") + Self.body("", id: other) + Self.body("", id: other), to: "a.jsonl")
        let run = await project.run("contract", "Order Status", "--from-launches", "a.jsonl")
        #expect(run.status == 2)
        #expect(run.errors.contains("a.jsonl:1:1: The launch starts the flow with the id \(Self.id)"), "\(run.errors)")
        #expect(run.errors.contains("a.jsonl:2:1: The launch starts the flow with the id \(other)"), "\(run.errors)")
        #expect(run.errors.contains("no contract has; more launches like this one: 1"), "\(run.errors)")
    }

    @Test func leavesOutUnknownFlowsBesideTheOneThatIsNamed() async throws {
        let project = try await started()
        try project.folder.write(Self.both, to: "a.ndjson")
        try project.folder.write(Self.body(#""Flow.other": 1"#), to: "body.json")
        let run = await project.run("contract", "Order Status", "--from-launches", "a.ndjson", "body.json")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(run.errors.contains("1 launch of an unknown flow is left out"), "\(run.errors)")
        #expect(project.folder.read("specs/order-status.yaml")?.contains("Flow.other") == false)
    }

    @Test func knowsTheIDsOfContracts() async throws {
        let project = try await Project.inSync()
        try project.edit(
            "specs/order-status.yaml",
            "launch:",
            "environments: { prod: { id: \(Self.id) } }\nlaunch:"
        )
        let inputs = #""Flow.orderNumber": "1", "Flow.isUrgent": null"#
        try project.folder.write(Self.body(inputs), to: "body.json")
        let run = await project.run("contract", "--from-launches", "body.json")
        #expect(run.output.hasPrefix("specs/order-status.yaml: "), "\(run.transcript)")
        #expect(run.status == 0)
    }

    @Test func readsTheJournalOfAKilledRun() async throws {
        let project = try await started()
        try project.folder.write(Self.both + Self.both.prefix(50), to: "a.ndjson.journal")
        let run = await project.run("contract", "--from-launches", "a.ndjson.journal")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(
            run.errors.contains(
                "notice: a.ndjson.journal: this is the journal of a `flowdrift stub` run that did not end, so launches "
                    + "may be missing; the last line is incomplete, and is skipped"
            ),
            "\(run.errors)"
        )
        #expect(project.folder.read("specs/order-status.yaml")?.contains("journal") == false)
        try project.folder.write(Self.both + Self.both.prefix(50), to: "a.ndjson")
        let torn = await project.run("contract", "--from-launches", "a.ndjson")
        #expect(torn.status == 2)
        #expect(torn.errors.contains("a.ndjson:3:1: The last line is cut off"), "\(torn.errors)")
    }

    @Test func readsStandardInput() async throws {
        let project = try await started()
        let words = ["contract", "--from-launches", "-"]
        let run = await CommandRun(words, in: project.folder.path, input: Self.both)
        #expect(run.status == 0, "\(run.transcript)")
        #expect(project.folder.read("specs/order-status.yaml")?.contains("recordings:") == false)
    }

    @Test func saysHowManyNamesAreNotKept() async throws {
        let project = try await started(withID: true)
        let inputs = #""Flow.orderNumber": "1", "s3cret-s3cret": "x", "jane@example.com": 1"#
        try project.folder.write(Self.har((Self.body(inputs), 200)), to: "a.har")
        let run = await project.run("contract", "--from-launches", "a.har")
        #expect(run.status == 0, "\(run.transcript)")
        #expect(
            run.errors.contains("a launch of 'workflow/Order Status' has 2 inputs whose names may be data"),
            "\(run.errors)"
        )
        let text = project.folder.read("specs/order-status.yaml") ?? ""
        #expect(SecretMarks.found(in: text) == [] && !text.contains("jane"))
    }

    @Test func keepsNamesAsTheyAreSent() async throws {
        let project = try await started(withID: true)
        try project.folder.write(Self.har((Self.body(#""orderNumber": "1", "Flow.isurgent": true"#), 200)), to: "a.har")
        #expect(await project.run("contract", "--from-launches", "a.har").status == 0)
        let check = await project.run("check")
        #expect(check.output.contains("[input-unscoped]") && check.output.contains("[input-case-mismatch]"))
    }

    /// Files without a launch that counts, and what is said.
    private static let empty: [(String, String, String)] = [
        ("a.ndjson", "\n", "notice: a.ndjson: the file has no launch"),
        ("a.ndjson", line("", result: "refused"), "1 refused launch of 'workflow/Order Status' is left out"),
        ("a.json", "hello\n", "error: a.json"),
        ("a.ndjson", "<<<<<<< HEAD\n" + line(""), "a.ndjson:1:1: The line is a merge conflict marker"),
        ("a.ndjson", line("", more: #", "x": 1"#), "Unknown member 'x' in a recorded launch"),
        ("b.ndjson", line(""), "a.ndjson: There is no such file"),
    ]

    @Test(arguments: empty)
    func writesNothingWithoutALaunch(_ file: String, _ text: String, _ message: String) async throws {
        let project = try await started()
        try project.folder.write(text, to: file)
        let before = try project.folder.tree()
        let run = await project.run("contract", "--from-launches", file == "b.ndjson" ? "a.ndjson" : file)
        #expect(run.status == 2, "\(run.transcript)")
        #expect(run.errors.contains(message), "\(run.errors)")
        #expect(try project.folder.tree() == before)
    }

    @Test(arguments: [
        (["contract", "Refund", "--from-launches", "a.ndjson"], 2, "no flow 'Refund' has a snapshot in prod"),
        (["contract", "--from-launches", "-", "-"], 64, "standard input (-) can be named only once"),
        (["contract", "--from-launches", "a.ndjson", "--environment", "tset"], 64, "there is no such environment"),
    ])
    func saysWhatIsWrongOnTheCommandLine(_ words: [String], _ status: Int32, _ message: String) async throws {
        let project = try await started()
        try project.folder.write(Self.both, to: "a.ndjson")
        let run = await CommandRun(words, in: project.folder.path)
        #expect(run.status == status, "\(run.transcript)")
        #expect(run.errors.contains(message), "\(run.errors)")
    }
}
