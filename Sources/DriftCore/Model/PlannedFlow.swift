/// A flow that Terraform manages, before and after a plan.
public struct PlannedFlow: Hashable, Sendable {
    /// The resource's address with its index: `module.orders["eu"].genesyscloud_flow.status[0]`.
    public var address: String

    /// The key of an object that an earlier apply couldn't destroy, or `nil` for the resource itself.
    public var deposedKey: String?

    /// What the plan does with it.
    public var action: PlannedAction

    /// The flow as it is now, or `nil` if it doesn't exist yet.
    public var before: Settings?

    /// The flow after the apply, or `nil` if Terraform no longer manages it.
    public var after: Settings?

    /// Makes a planned flow.
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

    /// What Terraform knows about a flow: where its file is, and what the org calls it.
    ///
    /// An update keeps id, name and type as they were, even if the file now has another name: the provider only notices
    /// at apply, and then creates a new flow. The file tells what the flow will be.
    ///
    /// Source: MyPureCloud/terraform-provider-genesyscloud, resource genesyscloud_flow.
    public struct Settings: Hashable, Sendable {
        /// The id that the org gave it, or `nil` if it isn't set.
        public var id: PlannedValue<FlowID>?

        /// The name in the org, or `nil` if it isn't set.
        public var name: PlannedValue<String>?

        /// The type in the org, or `nil` if it isn't set.
        public var type: PlannedValue<FlowType>?

        /// The flow's YAML file, relative to Terraform's working directory, or `nil` if it isn't set.
        public var filepath: PlannedValue<String>?

        /// The values for the file's `{{placeholders}}`, by key; empty if they aren't set.
        public var substitutions: PlannedValue<[String: PlannedValue<String>]>

        /// The hash of the file's content, in the form that the configuration chose, or `nil` if it isn't set.
        public var fileContentHash: PlannedValue<String>?

        /// Makes settings.
        public init(
            id: PlannedValue<FlowID>? = nil,
            name: PlannedValue<String>? = nil,
            type: PlannedValue<FlowType>? = nil,
            filepath: PlannedValue<String>? = nil,
            substitutions: PlannedValue<[String: PlannedValue<String>]> = .known([:]),
            fileContentHash: PlannedValue<String>? = nil
        ) {
            self.id = id
            self.name = name
            self.type = type
            self.filepath = filepath
            self.substitutions = substitutions
            self.fileContentHash = fileContentHash
        }
    }
}
