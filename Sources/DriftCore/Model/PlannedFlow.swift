/// A flow that Terraform manages, before and after a plan.
public typealias PlannedFlow = Planned<FlowSettings>

/// What Terraform knows of a flow: the path of its file, and its id, name and type in the org.
///
/// A plan that updates a flow keeps its id, name and type, even if the file has another name now. The provider only
/// notices the other name at apply, and then creates a new flow. So only the file shows the flow's future name.
///
/// Source: MyPureCloud/terraform-provider-genesyscloud, resource genesyscloud_flow.
public struct FlowSettings: Hashable, Sendable {
    /// The id that the org gave the flow, or `nil` if it isn't set.
    public var id: PlannedValue<FlowID>?

    /// The flow's name in the org, or `nil` if it isn't set.
    public var name: PlannedValue<String>?

    /// The flow's type in the org, or `nil` if it isn't set.
    public var type: PlannedValue<FlowType>?

    /// The path of the flow's YAML, relative to the folder where Terraform ran, or `nil` if it isn't set.
    public var filepath: PlannedValue<String>?

    /// The values for the file's `{{placeholders}}`, by key; empty if `substitutions` isn't set.
    public var substitutions: PlannedValue<[String: PlannedValue<String>]> = .known([:])

    /// The hash of the file's content, in any form that the configuration uses, or `nil` if it isn't set.
    public var fileContentHash: PlannedValue<String>?
}
