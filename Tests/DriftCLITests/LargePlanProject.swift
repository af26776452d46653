import TestSupport

/// A repository with a plan of many resources in nested modules: `module.area["a3"].module.flows` makes the flows, and
/// each `module.area["a3"].module.triggers["f7"]` starts the flow that a variable names.
struct LargePlanProject {
    let folder: TemporaryFolder

    /// The plan, as `terraform show -json` would write it.
    let plan: String

    /// The flows' files, by path from the folder where terraform ran.
    let files: [String: String]

    private enum Action: String, CaseIterable {
        case create, update, noop = "no-op"

        var isNew: Bool { self == .create }
    }

    /// Attributes of the event that starts the flows, so that it fills the inputs that they read.
    private static let names = [
        "addressFrom", "addressTo", "ani", "direction", "dnis", "mediaType", "provider", "subject", "sessionId",
    ]

    /// Makes a repository, always the same for the same seed.
    init(seed: UInt64, areas: Int = 20, flowsPerArea: Int = 50) throws {
        var random = SplitMix64(seed: seed)
        var (changes, files, exports): ([String], [String: String], [String: String]) = ([], [:], [:])
        folder = try TemporaryFolder()
        for area in 0..<areas {
            for number in 0..<flowsPerArea {
                let action = Action.allCases.randomElement(using: &random) ?? .noop
                let name = "Area \(area) Flow \(number)"
                let path = "flows/a\(area)-f\(number).yaml"
                let inputs = Int.random(in: 1...8, using: &random)
                let old = Self.flow(name, inputs: inputs)
                files[path] = action == .update ? Self.flow(name, inputs: inputs + 1) : old
                if !action.isNew { exports[path] = old }
                let module = "module.area[\\\"a\(area)\\\"]"
                changes.append(Self.flow(in: module, number, name, path, action))
                changes.append(Self.trigger(in: module, number, name, action))
                guard number % 5 == 0 else { continue }
                try folder.write(Self.contract(name, inputs: inputs), to: "specs/a\(area)-f\(number).yaml")
            }
        }
        self.files = files
        for (path, text) in files { try folder.write(text, to: "infra/\(path)") }
        for (path, text) in exports { try folder.write(text, to: "exports/\(path)") }
        plan = """
            {"format_version":"1.2","planned_values":{},"resource_changes":[\(changes.joined(separator: ","))],
             "configuration":{"root_module":\(Self.configuration)}}
            """
        try folder.write(plan, to: "plan.json")
    }

    private static func flow(_ name: String, inputs: Int) -> String {
        let names = names.prefix(inputs).map { "Flow.\($0)" } + ["Flow.conversationId"]
        let variables = names.map { "    - stringVariable: { name: \($0), initialValue: { lit: x }, isInput: true }\n" }
            .joined()
        let reads = names.map { "\($0.dropFirst(5)): { exp: \($0) }" }.joined(separator: ", ")
        return """
            workflow:
              name: \(name)
              division: Home
              variables:
            \(variables)  states:
                - state: { name: Work, actions: [{ callData: { inputs: { \(reads) } } }] }

            """
    }

    private static func contract(_ name: String, inputs: Int) -> String {
        let sent = names.prefix(inputs).map { "Flow.\($0): string" }.joined(separator: ", ")
        return """
            flowdrift: 1
            contract: \(name.lowercased().replacing(" ", with: "-"))
            flow: workflow/\(name)
            launch: { inputs: { \(sent) } }

            """
    }

    private static func id(_ name: String) -> String { "id-" + name.lowercased().replacing(" ", with: "-") }

    private static func flow(
        in module: String,
        _ number: Int,
        _ name: String,
        _ path: String,
        _ action: Action
    ) -> String {
        let known = #""id":"\#(id(name))","name":"\#(name)","type":"WORKFLOW","#
        let state = #"{\#(action.isNew ? "" : known)"filepath":"\#(path)"}"#
        return #"""
            {"address":"\#(module).module.flows.genesyscloud_flow.f[\"f\#(number)\"]","mode":"managed",
             "type":"genesyscloud_flow","name":"f","change":{"actions":["\#(action.rawValue)"],
             "before":\#(action.isNew ? "null" : state),"after":\#(state),"after_unknown":\#(action.isNew ? #"{"id":true}"# : "{}")}}
            """#
    }

    private static func trigger(in module: String, _ number: Int, _ name: String, _ action: Action) -> String {
        let target = action.isNew ? "" : #""id":"\#(id(name))","#
        let state = #"""
            {"name":"\#(name)","enabled":true,"topic_name":"v2.detail.events.conversation.{id}.customer.end",
             "target":[{\#(target)"type":"Workflow","workflow_target_settings":[{"data_format":"TopLevelPrimitives"}]}]}
            """#
        return #"""
            {"address":"\#(module).module.triggers[\"f\#(number)\"].genesyscloud_processautomation_trigger.t","mode":"managed",
             "type":"genesyscloud_processautomation_trigger","name":"t","change":{"actions":["\#(action.rawValue)"],
             "before":\#(action.isNew ? "null" : state),"after":\#(state),
             "after_unknown":\#(action.isNew ? #"{"id":true,"target":[{"id":true}]}"# : "{}")}}
            """#
    }

    /// The configuration: the key of a trigger's module selects one of the ids that the flows' module outputs.
    private static let configuration = #"""
        {"module_calls":{"area":{"module":{"module_calls":{
          "flows":{"module":{"outputs":{"ids":{"expression":{"references":["genesyscloud_flow.f"]}}}}},
          "triggers":{"expressions":{"flow_id":{"references":["module.flows.ids","module.flows","each.key"]}},
            "module":{"resources":[{"mode":"managed","type":"genesyscloud_processautomation_trigger","name":"t",
              "expressions":{"target":[{"id":{"references":["var.flow_id"]}}]}}]}}}}}}}
        """#
}
