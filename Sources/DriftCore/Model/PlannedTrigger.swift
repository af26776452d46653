/// A trigger that Terraform manages, before and after a plan.
public struct PlannedTrigger: Hashable, Sendable {
    /// The resource's address with its index: `genesyscloud_processautomation_trigger.ended["voice"]`.
    public var address: String

    /// The key of an object that an earlier apply couldn't destroy, or `nil` for the resource itself.
    public var deposedKey: String?

    /// What the plan does with it.
    public var action: PlannedAction

    /// The trigger as it is now, or `nil` if it doesn't exist yet.
    public var before: Settings?

    /// The trigger after the apply, or `nil` if Terraform no longer manages it.
    public var after: Settings?

    /// Makes a planned trigger.
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

    /// What Terraform knows about a trigger, in the terms of ``Trigger``.
    ///
    /// Values that the provider treats as not set are `nil`: null, an empty text, and zero seconds.
    ///
    /// Source: MyPureCloud/terraform-provider-genesyscloud, resource genesyscloud_processautomation_trigger.
    public struct Settings: Hashable, Sendable {
        /// The trigger's name.
        public var name: PlannedValue<String>

        /// The event topic.
        public var topic: PlannedValue<String>

        /// How the event reaches the workflow.
        public var dataFormat: PlannedValue<Trigger.DataFormat?>

        /// Whether events fire it.
        public var isEnabled: PlannedValue<Bool>

        /// Which events fire it.
        public var match: PlannedValue<[Criterion]>

        /// How long an event stays valid, in seconds, even if Genesys Cloud would reject the value.
        public var eventTTLSeconds: PlannedValue<Int?>

        /// How long the start is delayed, in seconds, even if Genesys Cloud would reject the value.
        public var delayBySeconds: PlannedValue<Int?>

        /// The id of the flow that it starts, as written in the plan.
        public var targetID: PlannedValue<FlowID>

        /// The flow that it starts, as far as it's known.
        public var target: Target

        /// Makes settings.
        public init(
            name: PlannedValue<String>,
            topic: PlannedValue<String>,
            dataFormat: PlannedValue<Trigger.DataFormat?> = .known(nil),
            isEnabled: PlannedValue<Bool> = .known(true),
            match: PlannedValue<[Criterion]> = .known([]),
            eventTTLSeconds: PlannedValue<Int?> = .known(nil),
            delayBySeconds: PlannedValue<Int?> = .known(nil),
            targetID: PlannedValue<FlowID>,
            target: Target
        ) {
            self.name = name
            self.topic = topic
            self.dataFormat = dataFormat
            self.isEnabled = isEnabled
            self.match = match
            self.eventTTLSeconds = eventTTLSeconds
            self.delayBySeconds = delayBySeconds
            self.targetID = targetID
            self.target = target
        }
    }

    /// The flow that a trigger starts.
    public enum Target: Hashable, Sendable {
        /// The ``PlannedFlow`` with that address.
        case flowAddress(String)
        /// A flow that Terraform looks up by name, and by type if it's set.
        case dataSource(type: FlowType?, name: String)
        /// A flow that Terraform doesn't manage, or that the plan replaces or destroys.
        case id(FlowID)
        /// Unknown until apply, for the reason given as a phrase.
        case unknown(String)
    }
}
