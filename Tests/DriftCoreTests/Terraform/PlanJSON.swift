import DriftCore
import Testing

/// A plan as `terraform show -json` would write it, composed for one test.
struct PlanJSON {
    /// The entries of `resource_changes`.
    var changes: [String] = []

    /// The resources of the state before.
    var prior: [String] = []

    /// The configuration of the root module.
    var configuration = "{}"

    /// More members of the document, each with its name.
    var more: [String] = []

    var text: String {
        let members =
            [
                #""format_version":"1.2""#,
                #""planned_values":{}"#,
                #""resource_changes":[\#(changes.joined(separator: ","))]"#,
                #""prior_state":{"values":{"root_module":{"resources":[\#(prior.joined(separator: ","))]}}}"#,
                #""configuration":{"root_module":\#(configuration)}"#,
            ] + more
        return "{" + members.joined(separator: ",") + "}"
    }

    func plan() throws -> TerraformPlan {
        try TerraformReader(file: "plan.json").read(Array(text.utf8))
    }

    static func change(
        _ address: String,
        _ actions: String = #"["create"]"#,
        before: String = "null",
        after: String = "null",
        unknown: String = "{}",
        sensitive: String = "{}",
        more: String = ""
    ) -> String {
        #"""
        {"address":"\#(address.replacing("\"", with: "\\\""))",\#(kind(address)),\#(more)
         "change":{"actions":\#(actions),"before":\#(before),"after":\#(after),
         "after_unknown":\#(unknown),"before_sensitive":\#(sensitive),"after_sensitive":\#(sensitive)}}
        """#
    }

    /// A new flow, whose id is unknown until apply.
    static func newFlow(_ address: String) -> String {
        change(address, after: #"{"filepath":"flow.yaml"}"#, unknown: #"{"id":true}"#)
    }

    /// A flow that doesn't change.
    static func oldFlow(_ address: String, id: String) -> String {
        let state = #"{"id":"\#(id)"}"#
        return change(address, #"["no-op"]"#, before: state, after: state)
    }

    /// A new trigger, whose target is unknown until apply.
    static func newTrigger(_ address: String) -> String {
        change(
            address,
            after: #"{"name":"T","topic_name":"t","enabled":true,"target":[{}]}"#,
            unknown: #"{"target":[{"id":true}]}"#
        )
    }

    /// A trigger's part of a configuration, with the references of its target's id.
    static func trigger(_ name: String, refersTo references: [String], forEach: [String]? = nil) -> String {
        #"""
        {"mode":"managed","type":"genesyscloud_processautomation_trigger","name":"\#(name)",
         "for_each_expression":\#(forEach.map(expression) ?? "null"),"expressions":{"target":[{"id":\#(expression(references))}]}}
        """#
    }

    /// An expression with the given references.
    static func expression(_ references: [String]) -> String {
        let quoted = references.map { "\"" + $0.replacing("\"", with: "\\\"") + "\"" }
        return #"{"references":[\#(quoted.joined(separator: ","))]}"#
    }

    private static func kind(_ address: String) -> String {
        let isData = address.contains("data.genesyscloud_flow")
        let type = address.contains("_trigger.") ? "genesyscloud_processautomation_trigger" : "genesyscloud_flow"
        return #""mode":"\#(isData ? "data" : "managed")","type":"\#(type)""#
    }
}
