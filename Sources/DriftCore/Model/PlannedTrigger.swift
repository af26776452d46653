/// A trigger that Terraform manages, before and after a plan.
public struct PlannedTrigger: Hashable, Sendable {
    /// The resource's address with its index: `genesyscloud_processautomation_trigger.ended["voice"]`.
    public var address: String

    /// The key of an object that an earlier apply could not destroy; nil for the resource itself.
    public var deposedKey: String?

    /// What the plan does with it.
    public var action: PlannedAction

    /// The trigger as it is now; nil where there is none yet.
    public var before: Settings?

    /// The trigger as the plan leaves it; nil where Terraform manages none any longer.
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

    /// What Terraform knows of a trigger, in the words of ``Trigger``.
    ///
    /// What the provider takes for not set is nil: null, an empty text, and zero seconds.
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

        /// How long an event stays valid, in seconds, whether or not Genesys Cloud would take it.
        public var eventTTLSeconds: PlannedValue<Int?>

        /// How long the start is put off, in seconds, whether or not Genesys Cloud would take it.
        public var delayBySeconds: PlannedValue<Int?>

        /// The id of the flow that it starts, as the plan writes it.
        public var targetID: PlannedValue<FlowID>

        /// The flow that it starts, as far as it can be told.
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
        /// The ``PlannedFlow`` of that address.
        case flowAddress(String)
        /// A flow that Terraform looks up by name, and by type where it is set.
        case dataSource(type: FlowType?, name: String)
        /// A flow that Terraform does not manage, or one that the plan replaces or destroys.
        case id(FlowID)
        /// Nobody can tell before apply, for the reason given as a phrase.
        case unknown(String)
    }
}
