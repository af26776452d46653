/// The flows and triggers in a Terraform plan or state.
public struct TerraformPlan: Hashable, Sendable {
    /// The kind of file it was read from.
    public var origin: Origin

    /// The flows, in order of address, including unchanged ones.
    public var flows: [PlannedFlow] = []

    /// The triggers, in order of address, including unchanged ones.
    public var triggers: [PlannedTrigger] = []

    /// The flows that changed in the org since the last apply, in order of address.
    ///
    /// Their `before` is the state that Terraform left, their `after` the current one.
    public var driftedFlows: [PlannedFlow] = []

    /// The triggers that changed in the org since the last apply, in order of address.
    ///
    /// Their `before` is the state that Terraform left, their `after` the current one.
    public var driftedTriggers: [PlannedTrigger] = []

    /// The flows and triggers that Terraform couldn't plan yet, in order of address.
    public var deferrals: [Deferral] = []

    /// The data actions that the plan creates or changes, in order of address.
    public var actions: [PlannedDataAction] = []

    /// Whether the apply completes the configuration, according to Terraform.
    ///
    /// It's false for a plan with `-target`, with deferrals, or with errors.
    public var isComplete: Bool = true

    /// The input of `terraform show -json`.
    public enum Origin: String, Sendable {
        case plan
        case state
    }

    /// A flow or a trigger that Terraform couldn't plan yet.
    public struct Deferral: Hashable, Sendable {
        /// The resource's address, with `[*]` if not even the number of instances is known.
        public var address: String

        /// Terraform's own term for the reason, such as `instance_count_unknown`, or `nil` if it gives none.
        public var reason: String?
    }
}
