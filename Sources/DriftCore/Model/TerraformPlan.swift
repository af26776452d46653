/// The flows and triggers in a Terraform plan or state.
public struct TerraformPlan: Hashable, Sendable {
    /// The kind of file that the plan was read from.
    public var origin: Origin

    /// The flows, in order of address, including unchanged ones.
    public var flows: [PlannedFlow] = []

    /// The triggers, in order of address, including unchanged ones.
    public var triggers: [PlannedTrigger] = []

    /// The flows that changed in the org since the last apply, in order of address.
    ///
    /// `before` is the state that Terraform left, and `after` is the current state.
    public var driftedFlows: [PlannedFlow] = []

    /// The triggers that changed in the org since the last apply, in order of address.
    ///
    /// `before` is the state that Terraform left, and `after` is the current state.
    public var driftedTriggers: [PlannedTrigger] = []

    /// The flows and triggers that Terraform couldn't plan yet, in order of address.
    public var deferrals: [Deferral] = []

    /// The data actions after the apply, in order of address, including unchanged ones.
    public var actions: [PlannedDataAction] = []

    /// Whether Terraform says that the apply completes the configuration.
    ///
    /// It's false for a plan that was made with `-target`, that has deferrals, or that has errors.
    public var isComplete: Bool = true

    /// The file that `terraform show -json` read.
    public enum Origin: String, Sendable {
        case plan
        case state
    }

    /// A flow or a trigger that Terraform couldn't plan yet.
    public struct Deferral: Hashable, Sendable {
        /// The resource's address; it ends in `[*]` if the number of instances is unknown.
        public var address: String

        /// Terraform's term for the reason, such as `instance_count_unknown`, or `nil` if Terraform gives no reason.
        public var reason: String?
    }
}
