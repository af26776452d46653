/// A plan of many resources in nested modules: `module.area["a7"].module.flows` makes the flows, and
/// each `module.area["a7"].module.triggers["f3"]` starts the flow that a variable names.
struct LargePlan {
    /// The number of instances of the outer module.
    let modules: Int

    /// The number of flows in each instance, which is also that of triggers.
    let flowsPerModule: Int

    var text: String {
        var plan = PlanJSON()
        for module in 0..<modules {
            let area = "module.area[\"a\(module)\"]"
            for flow in 0..<flowsPerModule {
                plan.changes.append(PlanJSON.newFlow("\(area).module.flows.genesyscloud_flow.f[\"f\(flow)\"]"))
                let inner = "\(area).module.triggers[\"f\(flow)\"]"
                plan.changes.append(PlanJSON.newTrigger("\(inner).genesyscloud_processautomation_trigger.t"))
            }
        }
        plan.configuration = configuration
        return plan.text
    }

    /// The configuration: the key of a trigger's module selects one of the ids that the flows' module outputs.
    private var configuration: String {
        let trigger = PlanJSON.trigger("t", refersTo: ["var.flow_id"])
        let flows = #"{"outputs":{"ids":{"expression":\#(PlanJSON.expression(["genesyscloud_flow.f"]))}}}"#
        let argument = PlanJSON.expression(["module.flows.ids", "module.flows", "each.key"])
        let area = """
            {"module_calls":{"flows":{"module":\(flows)},
             "triggers":{"expressions":{"flow_id":\(argument)},"module":{"resources":[\(trigger)]}}}}
            """
        return #"{"module_calls":{"area":{"module":\#(area)}}}"#
    }
}
