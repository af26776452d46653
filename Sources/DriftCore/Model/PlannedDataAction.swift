import StrictJSON

/// A data action that a Terraform plan creates or changes.
///
/// Source: MyPureCloud/terraform-provider-genesyscloud, resource genesyscloud_integration_action.
public struct PlannedDataAction: Hashable, Sendable {
    /// Terraform's name for data actions.
    static let resourceType = "genesyscloud_integration_action"

    /// The resource's address.
    public var address: String

    /// The action's name in the org, or `nil` if it's unknown before the apply.
    public var name: String?

    /// What the plan does with the action.
    public var action: PlannedAction = .noop

    /// The template of the request's address, or `nil` if the action has none.
    public var urlTemplate: PlannedValue<String>?

    /// The template of the request's body, or `nil` if the action has none.
    public var requestTemplate: PlannedValue<String>?

    /// The request's method, such as `POST`, or `nil` if the action has none.
    public var requestType: String?

    /// The headers in order of name; those whose value is unknown are left out.
    public var headers: [(name: String, value: String)] {
        headerValues.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The headers' values by name.
    public var headerValues: [String: String]

    /// The JSON Schema of the action's input as text, or `nil` if the schema is unknown.
    public var inputSchema: String?

    /// Whether the action starts flows, because its address is the one that launches flows.
    public var launches: Bool { urlTemplate?.value?.contains("flows/executions") ?? false }

    /// Why the address or the template is unknown, as a phrase: "not known until apply".
    public var reasonUnknown: String {
        let reason = urlTemplate?.unknownReason ?? requestTemplate?.unknownReason
        return reason?.description ?? "missing"
    }

    /// The action as Genesys Cloud exports it, or `nil` if its address or its template is unknown before apply.
    public var exportText: String? {
        guard let url = urlTemplate?.value, let template = requestTemplate?.value else { return nil }
        var members = [("requestUrlTemplate", url), ("requestTemplate", template)]
        if let requestType { members.append(("requestType", requestType)) }
        let request = members.map { "\(JSONValue.quoted($0.0)): \(JSONValue.quoted($0.1))" }
        let headers = headers.map { "\(JSONValue.quoted($0.name)): \(JSONValue.quoted($0.value))" }
        let all = (request + ["\"headers\": {\(headers.joined(separator: ", "))}"]).joined(separator: ", ")
        let schema = inputSchema.map { ", \"contract\": {\"input\": {\"inputSchema\": \($0)}}" } ?? ""
        return "{\"config\": {\"request\": {\(all)}}\(schema)}"
    }
}
