/// The kinds of resources that flowdrift reads in a Terraform file: flows, triggers, and looked-up flows.
enum TerraformKind {
    case flow, trigger, lookup

    /// The resource type of managed flows, and of the data source that looks up a flow.
    static let flowType = "genesyscloud_flow"

    static let triggerType = "genesyscloud_processautomation_trigger"

    /// The kind of a resource, or `nil` for all others.
    init?(type: String?, mode: String?) {
        switch (type, mode) {
        case (Self.flowType, "managed"): self = .flow
        case (Self.triggerType, "managed"): self = .trigger
        case (Self.flowType, "data"): self = .lookup
        default: return nil
        }
    }
}
