/// A resource that Terraform manages, before and after a plan.
public struct Planned<Settings: Hashable & Sendable>: Hashable, Sendable {
    /// The resource's address with its index: `module.orders["eu"].genesyscloud_flow.status[0]`.
    public var address: String

    /// The key of an object that an earlier apply could not destroy, or `nil` for the resource itself.
    public var deposedKey: String?

    /// What the plan does with it.
    public var action: PlannedAction

    /// The resource as it is now, or `nil` if there is none yet.
    public var before: Settings?

    /// The resource as the plan leaves it, or `nil` if Terraform manages none any longer.
    public var after: Settings?

    /// Makes a planned resource.
    public init(
        address: String,
        deposedKey: String? = nil,
        action: PlannedAction,
        before: Settings?,
        after: Settings?
    ) {
        self.address = address
        self.deposedKey = deposedKey
        self.action = action
        self.before = before
        self.after = after
    }
}
