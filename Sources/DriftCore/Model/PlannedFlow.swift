/// A flow that Terraform manages, before and after a plan.
public struct PlannedFlow: Hashable, Sendable {
    /// The resource's address with its index: `module.orders["eu"].genesyscloud_flow.status[0]`.
    public var address: String

    /// The key of an object that an earlier apply could not destroy; nil for the resource itself.
    public var deposedKey: String?

    /// What the plan does with it.
    public var action: PlannedAction

    /// The flow as it is now; nil where there is none yet.
    public var before: Settings?

    /// The flow as the plan leaves it; nil where Terraform manages none any longer.
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

    /// What Terraform knows of a flow: where its file is, and what the org calls it.
    ///
    /// An update keeps id, name and type as they were, even where the file has another name by now: the provider
    /// finds out only at apply, and then makes a new flow. What the flow will be is in the file.
    ///
    /// Source: MyPureCloud/terraform-provider-genesyscloud, resource genesyscloud_flow.
    public struct Settings: Hashable, Sendable {
        /// The id that the org gave it; nil where it is not set.
        public var id: PlannedValue<FlowID>?

        /// The name that the org has for it; nil where it is not set.
        public var name: PlannedValue<String>?

        /// The type that the org has for it; nil where it is not set.
        public var type: PlannedValue<FlowType>?

        /// The flow's YAML, relative to the folder where Terraform ran; nil where it is not set.
        public var filepath: PlannedValue<String>?

        /// The values for the file's `{{placeholders}}`, by key; none where they are not set.
        public var substitutions: PlannedValue<[String: PlannedValue<String>]>

        /// The hash of the file's content, in whatever form the configuration gives it; nil where it is not set.
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
