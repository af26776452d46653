import DriftCore
import Foundation
import GenesysStub
import TestSupport
import Testing

@testable import DriftCLI

/// What happens to a whole flow is one finding, in every command and every report.
struct OneCauseTests {
    /// What happened to the flow `Order Status`.
    enum Cause: String, CaseIterable, Sendable {
        case renamed, unpublished, inactive, moved, deleted
    }

    enum Command: String, CaseIterable, Sendable {
        case check, checkLive, gate, gateLive, diff, plan
    }

    /// A cell of the table: a cause in a command, with the rule of its finding, or why it can't occur.
    struct Cell: Sendable, CustomTestStringConvertible {
        var cause: Cause
        var command: Command
        var rule: String?
        var reason = ""

        var testDescription: String { "\(cause.rawValue), \(command.rawValue)" }
    }

    private static let cells = Command.allCases.flatMap { command in
        Cause.allCases.map { cause -> Cell in
            var cell = Cell(cause: cause, command: command)
            switch (command, cause) {
            case (.check, .moved), (.gate, .moved):
                cell.reason = "a contract doesn't say in which division its flow is"
            case (.check, .unpublished), (.gate, .unpublished): cell.rule = "flow-unpublished"
            case (.check, .inactive), (.gate, .inactive): cell.rule = "flow-inactive"
            case (.check, _), (.gate, _): cell.rule = "flow-missing"
            case (.checkLive, .renamed), (.gateLive, .renamed): cell.rule = "live-flow-renamed"
            case (.checkLive, .moved), (.gateLive, .moved): cell.rule = "live-division-changed"
            case (.checkLive, .deleted), (.gateLive, .deleted): cell.rule = "live-flow-removed"
            case (.checkLive, _), (.gateLive, _): cell.rule = "live-flow-stopped"
            case (.diff, _): cell.rule = "a difference"
            case (.plan, .renamed): cell.rule = "plan-flow-left-behind"
            case (.plan, .deleted): cell.rule = "plan-flow-destroyed"
            case (.plan, .moved): cell.reason = "a plan publishes a flow; its division isn't part of the interface"
            case (.plan, _): cell.reason = "Terraform only publishes flows; it can't withdraw or stop one"
            }
            return cell
        }
    }

    private static func contract(_ name: String, _ owner: String, _ more: String = "") -> String {
        """
        flowdrift: 1
        contract: \(name)
        owner: \(owner)
        flow: workflow/Order Status
        launch: { inputs: { Flow.conversationId: string, Flow.externalContactId: string } }
        \(more)
        """
    }

    /// Two contracts of the flow, one of which relies on its trigger.
    private static let contracts = [
        "specs/order-status.yaml": contract("order-status", "team-orders", "triggers: [{ name: After the call }]\n"),
        "specs/order-ivr.yaml": contract("order-ivr", "team-ivr"),
    ]

    /// The flow's inputs, which the event of its trigger fills.
    private static let inputs = ["Flow.conversationId": "string", "Flow.externalContactId": "string"]

    /// The org before and after; `alsoRemoves` takes an input away at the same time.
    private static func org(_ cause: Cause? = nil, alsoRemoves: Bool = false) -> StubOrg {
        let old = StubFlow.workflow("Order Status", inputs: inputs)
        let left = ["Flow.conversationId": "string"]
        var flow = alsoRemoves ? StubFlow.workflow("Order Status", version: "2.0", inputs: left) : old
        switch cause {
        case .renamed: flow.key.name = "Status of an Order"
        case .unpublished: (flow.published, flow.draft) = (nil, flow.published)
        case .inactive: flow.isActive = false
        case .moved: flow.division = "Retail"
        case .deleted, nil: break
        }
        flow.id = old.id
        let others = StubFlow.workflow("Flow 0")
        return StubOrg(
            flows: cause == .deleted ? [others] : [flow, others],
            triggers: [.starting(old, "After the call")]
        )
    }

    private static let formats = ["json", "text", "sarif", "junit", "github", "gitlab", "markdown", "html"]

    /// Runs a command on what the cause leaves, and writes every report of it.
    private func run(
        _ cell: Cell,
        alsoRemoves: Bool = false,
        _ more: [String] = [],
        writesReports: Bool = true
    ) async throws -> (run: CommandRun, folder: TemporaryFolder) {
        try await LiveProject.serving(Self.org()) { live in
            for (file, text) in Self.contracts { try live.folder.write(text, to: file) }
            #expect(await live.run("snapshot").status == 0)
            let repository = try GitRepository(live.folder.path)
            try repository.commit("before")
            live.server.serve(Self.org(cell.cause, alsoRemoves: alsoRemoves))
            let reports = writesReports ? Self.formats.flatMap { ["--report", "\($0)=report.\($0)"] } : []
            let environment = ["--environment", "test"]
            let words: [String]
            switch cell.command {
            case .checkLive, .gateLive:
                let name = cell.command == .checkLive ? "check" : "gate"
                words = [name, "--live", "--host", live.host] + environment + reports
            case .check, .gate:
                let update = await live.run("snapshot", "--allow-empty")
                #expect(update.status == 0, "\(update.transcript)")
                let base = cell.command == .check ? ["--base", "git:main"] : []
                words = [cell.command.rawValue] + environment + base + reports
            case .diff:
                let update = await live.run("snapshot", "--allow-empty")
                #expect(update.status == 0, "\(update.transcript)")
                words = ["diff", "git:main", "snapshots/test"] + (more.isEmpty ? ["--report", "json"] : [])
            case .plan:
                try live.folder.write(Self.plan(cell.cause), to: "plan.json")
                let name = cell.cause == .renamed ? "Status of an Order" : "Order Status"
                let export = """
                    workflow:
                      name: \(name)
                      division: \(cell.cause == .moved ? "Retail" : "Home")
                      variables:
                        - stringVariable: { name: Flow.conversationId, isInput: true }
                        - stringVariable: { name: Flow.externalContactId, isInput: true }

                    """
                try live.folder.write(export, to: "order.yaml")
                words = ["plan", "plan.json"] + environment + reports
            }
            let run = await CommandRun(
                words + more,
                in: live.folder.path,
                variables: LiveProject.client,
                clock: live.clock
            )
            return (run, live.folder)
        }
    }

    private static func plan(_ cause: Cause) -> String {
        let id = StubFlow.workflow("Order Status").id
        let state = """
            { "id": "\(id)", "type": "WORKFLOW", "name": "Order Status", "filepath": "order.yaml", "substitutions": {} }
            """
        let change =
            cause == .deleted
            ? "\"actions\": [\"delete\"], \"before\": \(state), \"after\": null"
            : "\"actions\": [\"update\"], \"before\": \(state), \"after\": \(state)"
        return """
            { "format_version": "1.2", "resource_changes": [{ "address": "genesyscloud_flow.order", "mode": "managed",
              "type": "genesyscloud_flow", "name": "order", "change": { \(change), "after_unknown": {} } }] }
            """
    }

    /// How many findings each report shows at its top level.
    private func counts(_ folder: TemporaryFolder) throws -> [String: Int] {
        func text(_ format: String) throws -> String { try #require(folder.read("report.\(format)")) }
        func matches(_ format: String, _ pattern: Regex<Substring>) throws -> Int {
            try text(format).matches(of: pattern).count
        }
        return [
            "json": try ReportJSON(text("json")).findings.count,
            "text": try text("text").split(separator: "\n").count { $0.contains(/^  \S.*\[[a-z-]+\]$/) },
            "sarif": try matches("sarif", /"ruleId"/),
            "github": try text("github").split(separator: "\n").count {
                $0.contains(/^::(error|warning|notice) .*title=[a-z-]+%3A/)
            },
            "gitlab": try matches("gitlab", /"check_name"/),
            "markdown": try text("markdown").split(separator: "\n").count {
                $0.contains(/^- \*\*(error|warning|note)\*\*/)
            },
            "html": try matches("html", /<article class="finding/),
        ]
    }

    @Test(arguments: cells)
    func isOneFinding(_ cell: Cell) async throws {
        let (run, folder) = try await run(cell)
        if cell.command == .diff {
            #expect(run.output.matches(of: /"kind"/).count == 1, "\(run.transcript)")
            let (text, _) = try await self.run(cell, ["--report", "text"])
            #expect(text.output.contains(/\b1 (added|removed|renamed|changed);/), "\(text.output)")
            #expect(run.status == (cell.cause == .moved ? 0 : 1), "\(run.transcript)")
            return
        }
        let count = cell.rule == nil ? 0 : 1
        let counts = try counts(folder)
        let text = folder.read("report.text") ?? ""
        for (format, found) in counts { #expect(found == count, "\(format): \(text)") }
        #expect(cell.rule != nil || !cell.reason.isEmpty)
        guard let rule = cell.rule else {
            #expect(run.status == 0, "\(text)")
            return
        }
        let finding = try #require(ReportJSON(folder.read("report.json") ?? "").findings.first)
        #expect(finding.rule == rule)
        // JUnit counts a failure, and a note only as output.
        let junit = try #require(folder.read("report.junit"))
        #expect(junit.matches(of: /<failure/).count == (cell.cause == .moved ? 0 : 1), "\(junit)")
        #expect(run.status == (cell.cause == .moved ? 0 : 1), "\(text)")
        guard cell.cause != .moved, rule != "plan-flow-left-behind" else { return }
        let folded = finding.sameCause ?? []
        let contracts = Set((folded + [finding]).compactMap(\.contract))
        #expect(contracts == ["order-status", "order-ivr"], "\(text)")
        #expect(Set(folded.map(\.fingerprint)).count == folded.count)
        // A gate also prints its own table, which has the finding once.
        if [.gate, .gateLive].contains(cell.command) {
            let (own, _) = try await self.run(cell, ["--report", "json=own.json"], writesReports: false)
            #expect(own.output.ranges(of: " Fix: ").count == 1, "\(own.output)")
            #expect(own.output.contains(": Same cause as "), "\(own.output)")
        }
        // No contract whose flow is gone looks in sync anywhere.
        #expect(!junit.contains(/<testcase[^>]*name="order-[^>]*\/>/), "\(junit)")
    }

    @Test(arguments: [Command.check, .checkLive])
    func areTwoFindingsIfAnInputIsGoneAtOnce(_ command: Command) async throws {
        let (_, folder) = try await run(Cell(cause: .renamed, command: command), alsoRemoves: true)
        let findings = try ReportJSON(folder.read("report.json") ?? "").findings
        let rules =
            command == .check
            ? ["flow-missing", "input-undeclared", "input-undeclared"] : ["live-flow-renamed", "live-input-removed"]
        #expect(findings.map(\.rule).sorted() == rules, "\(folder.read("report.text") ?? "")")
    }

    /// The rules of a live check's findings, after an org became another one.
    private func rules(
        from old: [StubFlow],
        to new: [StubFlow],
        contract: String? = nil,
        settings: String? = nil,
        isUpdated: Bool = false
    ) async throws -> (rules: [String], run: CommandRun) {
        let others = StubFlow.workflow("Elsewhere")
        return try await LiveProject.serving(StubOrg(flows: old + [others])) { live in
            if let contract { try live.folder.write(contract, to: "specs/contract.yaml") }
            if let settings { try live.folder.write(settings, to: "flowdrift.yaml") }
            #expect(await live.run("snapshot").status == 0)
            live.server.serve(StubOrg(flows: new + [others]))
            let run = await live.run("check", "--live", "--report", "json")
            return (try ReportJSON(run.output).findings.map(\.rule).sorted(), run)
        }
    }

    private static func named(_ name: String, as id: StubFlow, _ inputs: [String: String] = inputs) -> StubFlow {
        var flow = StubFlow.workflow(name, version: "2.0", inputs: inputs)
        flow.id = id.id
        return flow
    }

    @Test func noticesAFlowWhoseNameAnotherHasTaken() async throws {
        let (first, second) = (StubFlow.workflow("A"), StubFlow.workflow("B"))
        let taken = Self.named("B", as: first, ["Flow.id": "string"])
        #expect(
            try await rules(from: [first, second], to: [taken]).rules == ["live-flow-removed", "live-flow-renamed"]
        )
        let replaced = [taken, StubFlow.workflow("A", version: "3.0", inputs: [:])].map { flow in
            var flow = flow
            if flow.key.name == "A" { flow.id = FlowID("11111111-0a5e-4c3b-8e77-91c0d4e5f6a2") ?? flow.id }
            return flow
        }
        let added = try await rules(from: [first], to: replaced).rules
        #expect(added == ["live-flow-added", "live-flow-renamed"])
        let swapped = [taken, Self.named("A", as: second, ["Flow.id": "string"])]
        let renamed = try await rules(from: [first, second], to: swapped).rules
        #expect(renamed == ["live-flow-renamed", "live-flow-renamed"])
    }

    @Test func isRenamedIfTheFilterExcludesTheNewName() async throws {
        let flow = StubFlow.workflow("Shop Orders")
        let settings = "flowdrift: 1\nflows: { names: [\"Shop*\", Elsewhere] }\n"
        let renamed = Self.named("Orders", as: flow, ["Flow.id": "string"])
        let found = try await rules(from: [flow], to: [renamed], settings: settings)
        #expect(found.rules == ["live-flow-renamed"], "\(found.run.transcript)")
    }

    @Test func comparesAContractWithARenamedFlowWhoseNewNameHasTheSnapshot() async throws {
        let flow = StubFlow.workflow("New Name", inputs: Self.inputs)
        let contract = """
            flowdrift: 1
            contract: by-id
            flow: workflow/Old Name
            environments: { test: { id: \(flow.id) } }
            launch: { inputs: { Flow.conversationId: string, Flow.externalContactId: string } }

            """
        let waiver = """
            flowdrift: 1
            waivers:
              - { rule: flow-missing, contract: by-id, reason: the code starts it by its id, owner: o,
                  expires: 2026-12-31 }

            """
        let left = Self.named("New Name", as: flow, ["Flow.conversationId": "string"])
        let found = try await rules(from: [flow], to: [left], contract: contract, settings: waiver)
        #expect(found.rules == ["flow-missing", "input-undeclared", "live-input-removed"], "\(found.run.transcript)")
        #expect(found.run.status == 1)
        #expect(!found.run.output.contains("id of 'workflow/Old Name' is unknown"))
    }

    @Test func standAloneIfTheCauseIsWaived() async throws {
        let cell = Cell(cause: .deleted, command: .checkLive)
        let (_, first) = try await run(cell)
        let cause = try #require(ReportJSON(first.read("report.json") ?? "").findings.first)
        try first.write(
            """
            flowdrift: 1
            waivers:
              - { rule: \(cause.rule), flow: workflow/Order Status, environments: [test], severity: error,
                  reason: it was replaced, owner: team-orders, expires: 2026-12-31 }

            """,
            to: "flowdrift.yaml"
        )
        try await LiveProject.serving(Self.org(.deleted), in: first) { live in
            let run = await live.run("check", "--live", "--report", "json")
            let findings = try ReportJSON(run.output).findings
            #expect(run.status == 1)
            #expect(findings.allSatisfy { ($0.sameCause ?? []).isEmpty }, "\(run.transcript)")
            let rules = findings.map(\.rule).sorted()
            #expect(rules == ["flow-missing", "flow-missing", "live-flow-removed", "trigger-target-missing"])
        }
    }
}
