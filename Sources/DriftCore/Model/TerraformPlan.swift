/// What Terraform says of flows and triggers: what a plan would leave, or what a state holds.
public struct TerraformPlan: Hashable, Sendable {
    /// What the file was made of.
    public var origin: Origin

    /// The flows, in order of address; those that the plan leaves alone too.
    public var flows: [PlannedFlow] = []

    /// The triggers, in order of address; those that the plan leaves alone too.
    public var triggers: [PlannedTrigger] = []

    /// The flows that changed in the org since the last apply, in order of address: before as Terraform left them,
    /// after as they are.
    public var driftedFlows: [PlannedFlow] = []

    /// The triggers that changed in the org since the last apply, in order of address: before as Terraform left
    /// them, after as they are.
    public var driftedTriggers: [PlannedTrigger] = []

    /// The flows and triggers that Terraform could not plan yet, in order of address.
    public var deferrals: [Deferral] = []

    /// The addresses of the data actions that the plan changes, in order.
    public var changedActions: [String] = []

    /// Whether an apply would leave nothing to do, as far as Terraform can tell.
    ///
    /// False for a plan with `-target`, with deferrals, or with errors.
    public var isComplete: Bool = true

    /// What `terraform show -json` was given.
    public enum Origin: String, Sendable {
        /// A saved plan.
        case plan
        /// A state.
        case state
    }

    /// A flow or a trigger that Terraform could not plan yet.
    public struct Deferral: Hashable, Sendable {
        /// The resource's address; `[*]` where not even the number of its instances is known.
        public var address: String

        /// Terraform's own word for why, such as `instance_count_unknown`; nil where it gives none.
        public var reason: String?
    }
}
