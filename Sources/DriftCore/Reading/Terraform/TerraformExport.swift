/// The triggers of a Terraform configuration in JSON, and where the flows that they start come from.
///
/// The provider's exporter writes one, `genesyscloud.tf.json`, next to the flows' files.
public struct TerraformExport: Sendable {
    /// The flows with known type and name, in order.
    var entries: [FlowEntry]

    /// The triggers, in order of the resources' names.
    var triggers: [Exported]

    /// A trigger; its target is set if the configuration gives an id, or type and name.
    struct Exported: Sendable {
        var trigger: Trigger

        /// The file of the flow that it starts, relative to the configuration's folder, or `nil` if the configuration
        /// names none.
        var flowFile: String?
    }
}
