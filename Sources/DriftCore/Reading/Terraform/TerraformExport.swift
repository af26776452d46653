/// What a Terraform configuration in JSON holds of an org: the triggers, and where the flows that they start come from.
///
/// The provider's exporter writes one, `genesyscloud.tf.json`, beside the flows' files.
public struct TerraformExport: Sendable {
    /// The flows whose type and name it tells, in order.
    var entries: [FlowEntry]

    /// The triggers, in order of the resources' names.
    var triggers: [Exported]

    /// A trigger, whose target is set where the configuration tells it by id, or by type and name.
    struct Exported: Sendable {
        /// The trigger.
        var trigger: Trigger

        /// The file of the flow that it starts, relative to the configuration's folder; nil where none is told.
        var flowFile: String?
    }
}
