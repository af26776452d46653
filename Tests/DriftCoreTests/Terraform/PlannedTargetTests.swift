import DriftCore
import Testing

/// Which flow a trigger starts, according to a plan.
@Suite struct PlannedTargetTests {
    private static let trigger = "genesyscloud_processautomation_trigger.t"

    @Test func knowsAFlowByItsID() throws {
        let (before, after) = try targets(of: "f", [PlanJSON.oldFlow("genesyscloud_flow.a", id: "F")])
        #expect(before == .flowAddress("genesyscloud_flow.a") && after == .flowAddress("genesyscloud_flow.a"))
    }

    @Test(arguments: [(#"["delete"]"#, "null", "{}"), (#"["delete","create"]"#, "{}", #"{"id":true}"#)])
    func losesAFlowThatIsGone(actions: String, next: String, unknown: String) throws {
        let gone = PlanJSON.change(
            "genesyscloud_flow.a",
            actions,
            before: #"{"id":"f"}"#,
            after: next,
            unknown: unknown
        )
        let (before, after) = try targets(of: "f", [gone])
        #expect(before == .flowAddress("genesyscloud_flow.a"))
        #expect(after == FlowID("f").map { .id($0) })
    }

    @Test func takesNoDeposedFlow() throws {
        let deposed = PlanJSON.change(
            "genesyscloud_flow.a",
            #"["delete"]"#,
            before: #"{"id":"f"}"#,
            more: #""deposed":"ab12","#
        )
        let (before, _) = try targets(of: "f", [deposed])
        #expect(before == FlowID("f").map { .id($0) })
    }

    @Test(arguments: [
        ["genesyscloud_flow.a.id", "genesyscloud_flow.a"],
        ["genesyscloud_flow.a"],
        ["genesyscloud_flow.c[1].id", "genesyscloud_flow.c[1]", "genesyscloud_flow.c"],
        [#"genesyscloud_flow.e["x.y]"].id"#, #"genesyscloud_flow.e["x.y]"]"#, "genesyscloud_flow.e"],
        ["path.module", "genesyscloud_flow.a.id", "genesyscloud_flow.a", "terraform.workspace"],
        ["var.name", "genesyscloud_flow.a.id", "genesyscloud_flow.a"],
        ["genesyscloud_flow.old.id", "genesyscloud_flow.old", "genesyscloud_flow.a.id", "genesyscloud_flow.a"],
    ])
    func followsAReference(references: [String]) throws {
        let target = try target(refersTo: references)
        #expect(target == .flowAddress(String(try #require(references.first { Self.pending($0) }).dropLast(".id"))))
    }

    @Test(arguments: [
        (["local.id"], "the flow's id depends on local.id, which the plan does not show"),
        (["other.a.b", "other.a"], "the flow's id depends on other.a.b, which the plan does not show"),
        (["data.other.a.b", "data.other.a"], "the flow's id depends on data.other.a.b, which the plan does not show"),
        (["module.none.id", "module.none"], "the flow's id depends on module.none, which the plan does not show"),
        (["each.value"], "the flow's id depends on each.value, which the plan does not show"),
        (["["], "the flow's id depends on [, which the plan does not show"),
        (
            ["genesyscloud_flow.a.id", "genesyscloud_flow.a", "local.id"],
            "the flow's id depends on local.id, which the plan does not show"
        ),
        (
            ["genesyscloud_flow.a.name", "genesyscloud_flow.a"],
            "the flow's id depends on genesyscloud_flow.a.name, which the plan does not show"
        ),
        (["genesyscloud_flow.c"], "the flow may be genesyscloud_flow.c[0] or genesyscloud_flow.c[1]"),
        (
            ["genesyscloud_flow.a", "genesyscloud_flow.c"],
            "the flow may be genesyscloud_flow.a, genesyscloud_flow.c[0] or another"
        ),
        (
            ["genesyscloud_flow.old.id", "genesyscloud_flow.old"],
            "the plan does not show where the flow's id comes from"
        ),
        (["genesyscloud_flow.c[7].id"], "the plan does not show where the flow's id comes from"),
        ([], "the plan does not show where the flow's id comes from"),
    ])
    func saysWhyItCannotTell(references: [String], reason: String) throws {
        #expect(try target(refersTo: references) == .unknown(reason))
    }

    @Test(arguments: [
        (["genesyscloud_flow.a.id", "genesyscloud_flow.a"], TriggerSettings.Target.flowAddress("genesyscloud_flow.a")),
        (["var.names"], .unknown("the plan does not show where the flow's id comes from")),
        (
            ["genesyscloud_flow.a.id", "genesyscloud_flow.a", "genesyscloud_flow.c[0].id", "genesyscloud_flow.c[0]"],
            .unknown("the flow may be genesyscloud_flow.a or genesyscloud_flow.c[0]")
        ),
        (["local.ids"], .unknown("the flow's id depends on local.ids, which the plan does not show")),
    ])
    func followsTheValuesOfInstances(forEach: [String], target: TriggerSettings.Target) throws {
        #expect(try self.target(refersTo: ["each.value.id", "each.value"], forEach: forEach) == target)
    }

    @Test func doesNotTellWithoutAConfiguration() throws {
        let plan = try PlanJSON(changes: [PlanJSON.newTrigger(Self.trigger)]).plan()
        let reason = "the plan does not show how the flow's id is formed, as with a dynamic block"
        #expect(plan.triggers.first?.after?.target == .unknown(reason))
    }

    @Test func endsWhereModulesReferToOneAnother() throws {
        let call = """
            {"expressions":{"v":\(PlanJSON.expression(["module.m.o", "module.m"]))},
             "module":{"outputs":{"o":{"expression":\(PlanJSON.expression(["var.v"]))}}}}
            """
        let trigger = PlanJSON.trigger("t", refersTo: ["module.m.o", "module.m"])
        let plan = try PlanJSON(
            changes: [PlanJSON.newTrigger(Self.trigger)],
            configuration: #"{"resources":[\#(trigger)],"module_calls":{"m":\#(call)}}"#
        ).plan()
        #expect(plan.triggers.first?.after?.target == .unknown("the plan does not show where the flow's id comes from"))
    }

    @Test func takesAnOldInstanceForNoReason() throws {
        // A second instance is added: the first one's id is known, so the unknown id is the second's.
        let plan = try PlanJSON(
            changes: [
                PlanJSON.oldFlow("genesyscloud_flow.c[0]", id: "f"), PlanJSON.newFlow("genesyscloud_flow.c[1]"),
                PlanJSON.newTrigger(Self.trigger),
            ],
            configuration: #"{"resources":[\#(PlanJSON.trigger("t", refersTo: ["genesyscloud_flow.c"]))]}"#
        ).plan()
        #expect(plan.triggers.first?.after?.target == .flowAddress("genesyscloud_flow.c[1]"))
    }

    @Test(arguments: [
        ([0, 1], [0, 1], true), ([0], [0, 1], false), ([0, 1, 2], [0, 1], false),
    ])
    func takesANumberWhereBothGoAsFar(triggers: [Int], flows: [Int], isCertain: Bool) throws {
        let configuration = PlanJSON.trigger("t", refersTo: ["genesyscloud_flow.c", "count.index"])
        let plan = try PlanJSON(
            changes: flows.map { PlanJSON.newFlow("genesyscloud_flow.c[\($0)]") }
                + triggers.map { PlanJSON.newTrigger("\(Self.trigger)[\($0)]") },
            configuration: #"{"resources":[\#(configuration)]}"#
        ).plan()
        let first = plan.triggers.first?.after?.target
        #expect((first == .flowAddress("genesyscloud_flow.c[0]")) == isCertain, "\(String(describing: first))")
    }

    @Test(arguments: [
        (["a", "b"], ["a", "b"], true), (["a"], ["a", "b"], true), (["a", "c"], ["a", "b"], false),
    ])
    func takesAKeyWhereAllKeysFit(triggers: [String], flows: [String], isCertain: Bool) throws {
        let configuration = PlanJSON.trigger("t", refersTo: ["genesyscloud_flow.e", "each.key"])
        let plan = try PlanJSON(
            changes: flows.map { PlanJSON.newFlow("genesyscloud_flow.e[\"\($0)\"]") }
                + triggers.map { PlanJSON.newTrigger("\(Self.trigger)[\"\($0)\"]") },
            configuration: #"{"resources":[\#(configuration)]}"#
        ).plan()
        let first = plan.triggers.first?.after?.target
        #expect((first == .flowAddress(#"genesyscloud_flow.e["a"]"#)) == isCertain, "\(String(describing: first))")
    }

    /// Whether a flow in ``target(refersTo:)`` doesn't exist yet.
    private static func pending(_ reference: String) -> Bool {
        reference.hasPrefix("genesyscloud_flow.") && !reference.contains("old")
    }

    /// The target of a new trigger, among flows of which only `old` has an id.
    private func target(
        refersTo references: [String],
        forEach: [String]? = nil
    ) throws -> TriggerSettings.Target? {
        let new = ["a", "c[0]", "c[1]", #"e["x.y]"]"#].map { PlanJSON.newFlow("genesyscloud_flow.\($0)") }
        let plan = try PlanJSON(
            changes: new + [PlanJSON.oldFlow("genesyscloud_flow.old", id: "old"), PlanJSON.newTrigger(Self.trigger)],
            configuration: #"{"resources":[\#(PlanJSON.trigger("t", refersTo: references, forEach: forEach))]}"#
        ).plan()
        return plan.triggers.first?.after?.target
    }

    /// The targets of a trigger that doesn't change and has an id as its target.
    private func targets(
        of id: String,
        _ flows: [String]
    ) throws -> (before: TriggerSettings.Target?, after: TriggerSettings.Target?) {
        let state = #"{"name":"T","topic_name":"t","enabled":true,"target":[{"id":"\#(id)"}]}"#
        let trigger = PlanJSON.change(Self.trigger, #"["no-op"]"#, before: state, after: state)
        let plan = try PlanJSON(changes: flows + [trigger]).plan()
        return (plan.triggers.first?.before?.target, plan.triggers.first?.after?.target)
    }
}

extension String {
    fileprivate func dropLast(_ end: String) -> Substring {
        hasSuffix(end) ? dropLast(end.count) : self[...]
    }
}
