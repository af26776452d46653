/// The triggers of a Terraform configuration in JSON, and the sources of the flows that they start.
///
/// The provider's exporter writes such a file, `genesyscloud.tf.json`, next to the files of the flows.
public struct TerraformExport: Sendable {
    /// The flows with known type and name, in order.
    var entries: [FlowEntry]

    /// The triggers, in order of the resources' names.
    var triggers: [Exported]

    /// The data actions, in order of the resources' names; without those that only Terraform can evaluate.
    var actions: [DataActionText] = []

    /// A trigger; its target is set if the configuration has the flow's id, or its type and name.
    struct Exported: Sendable {
        var trigger: Trigger

        /// The file of the flow that the trigger starts, or `nil` if the configuration names none.
        ///
        /// It's relative to the configuration's folder.
        var flowFile: String?
    }
}
