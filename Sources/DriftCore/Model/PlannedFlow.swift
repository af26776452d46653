/// A flow that Terraform manages, before and after a plan.
public typealias PlannedFlow = Planned<FlowSettings>

/// What Terraform knows of a flow: where its file is, and what the org calls it.
///
/// An update keeps id, name and type as they were, even if the file has another name by now: the provider
/// only finds out at apply, and then creates a new flow. The file says what the flow will be.
///
/// Source: MyPureCloud/terraform-provider-genesyscloud, resource genesyscloud_flow.
public struct FlowSettings: Hashable, Sendable {
    /// The id that the org gave it, or `nil` if it is not set.
    public var id: PlannedValue<FlowID>?

    /// The name that the org has for it, or `nil` if it is not set.
    public var name: PlannedValue<String>?

    /// The type that the org has for it, or `nil` if it is not set.
    public var type: PlannedValue<FlowType>?

    /// The flow's YAML, relative to the folder where Terraform ran, or `nil` if it is not set.
    public var filepath: PlannedValue<String>?

    /// The values for the file's `{{placeholders}}`, by key; empty if they are not set.
    public var substitutions: PlannedValue<[String: PlannedValue<String>]> = .known([:])

    /// The hash of the file's content, in whatever form the configuration gives it, or `nil` if it is not set.
    public var fileContentHash: PlannedValue<String>?
}
