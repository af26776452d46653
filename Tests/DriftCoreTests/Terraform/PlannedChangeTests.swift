import SourceText
import Testing

@testable import DriftCore

@Suite struct PlannedChangeTests {
    @Test(arguments: [
        (#"["create"]"#, PlannedAction.create),
        (#"["update"]"#, .update),
        (#"["delete","create"]"#, .replace),
        (#"["create","delete"]"#, .replace),
        (#"["create","forget"]"#, .replaceAndForget),
        (#"["delete"]"#, .delete),
        (#"["forget"]"#, .forget),
        (#"["no-op"]"#, .noop),
    ])
    func readsEveryAction(actions: String, action: PlannedAction) throws {
        let plan = try PlanJSON(changes: [
            PlanJSON.change("genesyscloud_flow.a", actions, after: "{}"),
            PlanJSON.change("genesyscloud_processautomation_trigger.a", actions, after: "{}"),
        ]).plan()
        #expect(plan.flows.map(\.action) == [action])
        #expect(plan.triggers.map(\.action) == [action])
    }

    @Test(arguments: [#"["shelve"]"#, "[]", #"["delete","shelve"]"#])
    func refusesAnUnknownAction(actions: String) {
        let error = #expect(throws: ReadingError.self) {
            try PlanJSON(changes: [PlanJSON.change("genesyscloud_flow.a", actions)]).plan()
        }
        #expect(error?.problem.hasPrefix("The plan's action '") == true)
        #expect(error?.fix == "use a later version of flowdrift, which may know the action")
    }

    @Test func destroysWhatItDeletesOrReplaces() {
        #expect(PlannedAction.allCases.filter(\.destroys) == [.replace, .delete])
    }

    @Test func takesWhatTheChangesPassOverFromTheStateBefore() throws {
        let kept =
            #"{"address":"genesyscloud_flow.kept","mode":"managed","type":"genesyscloud_flow","values":{"id":"K"}}"#
        let changed = kept.replacing("kept", with: "changed")
        let plan = try PlanJSON(
            changes: [PlanJSON.change("genesyscloud_flow.changed", #"["delete"]"#, before: #"{"id":"k"}"#)],
            prior: [kept, changed]
        ).plan()
        let settings = FlowSettings(id: FlowID("k").map { .known($0) })
        #expect(
            plan.flows == [
                PlannedFlow(address: "genesyscloud_flow.changed", action: .delete, before: settings, after: nil),
                PlannedFlow(address: "genesyscloud_flow.kept", action: .noop, before: settings, after: settings),
            ]
        )
    }

    @Test func keepsADeposedObjectApart() throws {
        let old = #"{"id":"old"}"#
        let plan = try PlanJSON(changes: [
            PlanJSON.change("genesyscloud_flow.a", #"["delete"]"#, before: old, more: #""deposed":"ab12","#),
            PlanJSON.oldFlow("genesyscloud_flow.a", id: "new"),
        ]).plan()
        #expect(plan.flows.map(\.deposedKey) == [nil, "ab12"])
        #expect(plan.flows.map(\.action) == [.noop, .delete])
    }

    @Test func passesOverAllElse() throws {
        let other = #"{"address":"other.a","mode":"managed","type":"other","change":"of another kind"}"#
        let data = #"{"address":"data.genesyscloud_processautomation_trigger.a","mode":"data","change":{},"type":"#
        let plan = try PlanJSON(changes: [other, data + #""genesyscloud_processautomation_trigger"}"#]).plan()
        #expect(plan == TerraformPlan(origin: .plan))
    }

    @Test func putsAddressesInOrder() throws {
        let addresses = ["module.b.genesyscloud_flow.a", "genesyscloud_flow.b", "genesyscloud_flow.a[1]"]
        let plan = try PlanJSON(changes: addresses.map(PlanJSON.newFlow)).plan()
        #expect(plan.flows.map(\.address) == addresses.sorted())
    }
}
