import Testing

@testable import DriftCore

/// The environment after a plan.
struct PlannedEnvironmentTests {
    private static let address = "genesyscloud_flow.a"

    @Test(arguments: [
        (PlannedAction.create, "new"), (.update, "new"), (.replace, "new"), (.replaceAndForget, "new"),
        (.noop, "old"), (.forget, "old"),
    ])
    func takesTheFileOfWhatIsPlannedAndTheSnapshotOfTheRest(_ action: PlannedAction, _ input: String) throws {
        var plan = PlanSample(flows: [try PlanSample.flow("A", action)], snapshots: [try PlanSample.snapshot("A")])
        plan.files.flows = [Self.address: try PlanSample.file("A")]
        let planned = try plan.planned()
        #expect(planned.flows.flows.map(\.inputs[0].name) == ["Flow.\(input)"])
        #expect(planned.touched == (input == "new" ? [.workflow("A")] : []))
        #expect(planned.unknowns.isEmpty && planned.steps.isEmpty)
    }

    @Test func takesAwayWhatIsDestroyed() throws {
        let snapshots = [try PlanSample.snapshot("A", hasTrigger: true), try PlanSample.snapshot("B")]
        let planned = try PlanSample(flows: [PlanSample.flow("A", .delete)], snapshots: snapshots).planned()
        #expect(planned.flows.flows.map(\.key) == [.workflow("B")])
        #expect(planned.flows.strayTriggers?.map(\.target) == [.flow(.workflow("A"))])
        #expect(planned.steps.map(\.trigger) == ["T"])
        #expect(planned.remarks.map(\.text) == ["planned: 'workflow/A' is gone"])
    }

    @Test func saysWhichTriggersKeepTheIdOfAReplacedFlow() throws {
        var plan = PlanSample(flows: [try PlanSample.flow("A", .replace)], snapshots: [try PlanSample.snapshot("A")])
        plan.files.flows = [Self.address: try PlanSample.file("A")]
        plan.triggers = [try PlanSample.trigger(.noop, starting: .id(#require(FlowID("a"))))]
        let planned = try plan.planned()
        #expect(planned.steps.map(\.trigger) == ["T"])
        #expect(planned.flows.flows.map(\.triggers) == [[]])
        plan.triggers = [try PlanSample.trigger(.update, starting: .flowAddress(Self.address))]
        let followed = try plan.planned()
        #expect(followed.steps.allSatisfy { if case .destroys = $0.event { false } else { true } })
        #expect(followed.flows.flows.map(\.triggers.count) == [1])
    }

    @Test func changesNoTriggerOfTheSameNameOfAnotherFlow() throws {
        let snapshots = [
            try PlanSample.snapshot("A", hasTrigger: true), try PlanSample.snapshot("B", hasTrigger: true),
        ]
        let trigger = try PlanSample.trigger(.delete, starting: .id(#require(FlowID("b"))))
        let planned = try PlanSample(triggers: [trigger], snapshots: snapshots).planned()
        #expect(planned.flows.flows.map(\.triggers.count) == [1, 0])
        #expect(planned.touched == [.workflow("B")])
    }

    @Test func movesATriggerToItsNewFlow() throws {
        let snapshots = [try PlanSample.snapshot("A", hasTrigger: true), try PlanSample.snapshot("B")]
        let (old, new) = (try #require(FlowID("a")), try #require(FlowID("b")))
        let trigger = try PlanSample.trigger(.update, starting: .id(new), from: .id(old))
        let planned = try PlanSample(triggers: [trigger], snapshots: snapshots).planned()
        #expect(planned.flows.flows.map(\.triggers.count) == [0, 1])
        #expect(planned.touched == [.workflow("A"), .workflow("B")])
    }

    @Test func followsALookupByNameAndType() throws {
        let trigger = try PlanSample.trigger(.create, starting: .dataSource(type: nil, name: "A"))
        let planned = try PlanSample(triggers: [trigger], snapshots: [PlanSample.snapshot("A")]).planned()
        #expect(planned.flows.flows.map(\.triggers.count) == [1])
        let unknown = try PlanSample(triggers: [trigger], snapshots: []).planned()
        #expect(
            unknown.unknowns.map(\.reason) == [
                "genesyscloud_processautomation_trigger.t was not fully checked: neither a snapshot nor the plan has the trigger's flow, 'workflow/A'"
            ]
        )
    }

    @Test func isAboutAllOfAState() throws {
        var state = PlanSample(flows: [try PlanSample.flow("A", .noop)], origin: .state)
        state.triggers = [try PlanSample.trigger(.noop, starting: .flowAddress(Self.address))]
        state.files.flows = [Self.address: try PlanSample.file("A")]
        let planned = try state.planned()
        #expect(planned.touched == [.workflow("A")])
        #expect(planned.flows.flows.map(\.triggers.count) == [1])
    }

    @Test func saysThatAPlanIsNotWhole() throws {
        let planned = try PlanSample(isComplete: false).planned()
        #expect(
            planned.unknowns.map(\.reason) == [
                "the rest of Terraform's configuration was not checked: Terraform says that the plan is not complete"
            ]
        )
    }

    @Test func listsManyFlowsInOneLine() throws {
        let names = (10..<30).map { "F\($0)" }
        var plan = PlanSample(flows: try names.map { try PlanSample.flow($0, .create) })
        for name in names { plan.files.flows["genesyscloud_flow.\(name.lowercased())"] = try PlanSample.file(name) }
        let list = "'workflow/F10', 'workflow/F11', 'workflow/F12' and 17 more"
        #expect(try plan.planned().remarks.map(\.text) == ["planned: 20 flows are new: \(list)"])
    }
}

/// What is unknown in a plan is never in sync.
struct UndecidedPlanTests {
    private static let promise = "triggers: [{ name: T, topic: v2.x }]\n"

    private func judgement(_ plan: PlanSample) throws -> (planned: PlannedEnvironment, judgement: Outcome) {
        let planned = try plan.planned()
        let environment = try #require(EnvironmentName("prod"))
        let found = plan.contracts.flatMap { contract in
            let flow = planned.flows.flows.first { $0.key == contract.flowKey(in: environment) }
            let inputSources = flow.map {
                InputSources($0, in: environment, contracts: plan.contracts, events: .embedded)
            }
            return Judge().judge(
                contract,
                in: environment,
                inputSources: inputSources,
                surroundings: Judge.Surroundings(entries: planned.flows.entries, triggers: planned.flows.placedTriggers)
            ).findings
        }
        return (planned, Judge().judge(planned, after: found, of: plan.contracts).reported)
    }

    @Test func doubtsEachContractOfAFlowThatIsNotKnown() throws {
        var plan = PlanSample(flows: [try PlanSample.flow("A", .update)], snapshots: [try PlanSample.snapshot("A")])
        plan.files.reasons = ["genesyscloud_flow.a": "its file is not known until apply"]
        plan.contracts = [try Sample.contract("launch: { inputs: { Flow.old: string } }\n")]
        let (planned, judgement) = try judgement(plan)
        #expect(planned.undecided == [.workflow("A")])
        #expect(judgement.coverage.cells.map(\.isJudged) == [false])
        #expect(judgement.coverage.unknowns.map(\.contract) == [nil, "a"])
    }

    @Test func leavesOnlyTheSettingOpenThatIsNotKnown() throws {
        var plan = PlanSample(snapshots: [try PlanSample.snapshot("A", hasTrigger: true)])
        let id = TriggerSettings.Target.id(try #require(FlowID("a")))
        plan.triggers = [try PlanSample.trigger(.update, starting: id, enabled: .unknown(.untilApply))]
        plan.contracts = [try Sample.contract("triggers: [{ name: T, topic: v2.y, enabled: false }]\n")]
        let (planned, judgement) = try judgement(plan)
        #expect(judgement.findings.map(\.rule) == ["trigger-topic-changed"])
        #expect(
            judgement.coverage.unknowns.map(\.reason) == [
                "genesyscloud_processautomation_trigger.t was not fully checked: whether it is enabled is not known until apply"
            ]
        )
        #expect(planned.flows.flows.flatMap(\.triggers).map(\.open) == [.isEnabled])
        #expect(planned.difference.flows.isEmpty)
    }

    @Test func neverCountsASettingThatIsNotKnownAsChecked() throws {
        var plan = PlanSample(snapshots: [try PlanSample.snapshot("A", hasTrigger: true)])
        let id = TriggerSettings.Target.id(try #require(FlowID("a")))
        plan.triggers = [try PlanSample.trigger(.update, starting: id, enabled: .unknown(.untilApply))]
        plan.contracts = [try Sample.contract("triggers: [{ name: T, enabled: true }]\n")]
        let planned = try plan.planned()
        let environment = try #require(EnvironmentName("prod"))
        let flow = try #require(planned.flows.flows.first)
        let judgement = Judge().judge(
            plan.contracts[0],
            in: environment,
            inputSources: InputSources(flow, in: environment, contracts: plan.contracts, events: .embedded),
            surroundings: Judge.Surroundings()
        )
        #expect(judgement.findings.isEmpty)
        #expect(judgement.coverage.unknowns.map(\.reason) == ["the plan does not show whether it enables trigger 'T'"])
        #expect(judgement.coverage.triggers == Coverage.Count(checked: 0, total: 1))
    }

    @Test func doubtsAPromisedTriggerWhoseFlowIsNotKnown() throws {
        var plan = PlanSample(snapshots: [try PlanSample.snapshot("A", hasTrigger: true)])
        let id = TriggerSettings.Target.id(try #require(FlowID("a")))
        plan.triggers = [try PlanSample.trigger(.update, starting: .unknown("it is computed"), from: id)]
        plan.contracts = [try Sample.contract(Self.promise)]
        let (planned, judgement) = try judgement(plan)
        #expect(judgement.findings.isEmpty)
        #expect(planned.flows.flows.flatMap(\.triggers).map(\.open) == [.target])
        #expect(
            judgement.coverage.unknowns.map(\.reason) == [
                "genesyscloud_processautomation_trigger.t was not fully checked: the trigger's flow is unknown: it is computed"
            ]
        )
    }

    @Test func findsAPromisedTriggerThatIsDestroyed() throws {
        var plan = PlanSample(snapshots: [try PlanSample.snapshot("A", hasTrigger: true)])
        plan.triggers = [try PlanSample.trigger(.delete, starting: .id(#require(FlowID("a"))))]
        plan.contracts = [try Sample.contract(Self.promise)]
        #expect(try judgement(plan).judgement.findings.map(\.rule) == ["trigger-missing"])
    }

    @Test func saysOfEachContractThatItsFlowIsDestroyed() throws {
        var plan = PlanSample(flows: [try PlanSample.flow("A", .delete)], snapshots: [try PlanSample.snapshot("A")])
        plan.contracts = [try Sample.contract("owner: team\nlaunch: { inputs: { Flow.old: string } }\n")]
        let findings = try judgement(plan).judgement.findings
        #expect(findings.map(\.rule) == ["plan-flow-destroyed"])
        #expect(findings.map(\.contract) == ["a"] && findings.map(\.owner) == ["team"])
    }
}
