/// A resource that Terraform manages: what the plan does with it, and its settings before and after the apply.
public struct Planned<Settings: Hashable & Sendable>: Hashable, Sendable {
    /// The resource's address with its index: `module.orders["eu"].genesyscloud_flow.status[0]`.
    public var address: String

    /// The key of a deposed object, which an earlier apply could not destroy, or `nil` for the resource itself.
    public var deposedKey: String?

    /// What the plan does with the resource.
    public var action: PlannedAction

    /// The resource before the apply, or `nil` if it doesn't exist yet.
    public var before: Settings?

    /// The resource after the apply, or `nil` if Terraform no longer manages it.
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
