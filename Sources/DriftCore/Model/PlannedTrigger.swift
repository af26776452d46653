/// A trigger that Terraform manages, before and after a plan.
public typealias PlannedTrigger = Planned<TriggerSettings>

/// What Terraform knows of a trigger, in the words of ``Trigger``.
///
/// A setting that the provider treats as not set is `nil`: null, an empty string, or zero seconds.
///
/// Source: MyPureCloud/terraform-provider-genesyscloud, resource genesyscloud_processautomation_trigger.
public struct TriggerSettings: Hashable, Sendable {
    /// The trigger's name.
    public var name: PlannedValue<String>

    /// The event topic.
    public var topic: PlannedValue<String>

    /// How the event reaches the workflow.
    public var dataFormat: PlannedValue<Trigger.DataFormat?> = .known(nil)

    /// Whether events fire it.
    public var isEnabled: PlannedValue<Bool> = .known(true)

    /// Which events fire it.
    public var match: PlannedValue<[Criterion]> = .known([])

    /// How long an event stays valid, in seconds, whether or not Genesys Cloud would accept it.
    public var eventTTLSeconds: PlannedValue<Int?> = .known(nil)

    /// How long the start is delayed, in seconds, whether or not Genesys Cloud would accept it.
    public var delayBySeconds: PlannedValue<Int?> = .known(nil)

    /// The id of the flow that it starts, as the plan writes it.
    public var targetID: PlannedValue<FlowID>

    /// The flow that it starts, or why it's unknown.
    public var target: Target

    /// The flow that a trigger starts.
    public enum Target: Hashable, Sendable {
        /// The ``PlannedFlow`` of that address.
        case flowAddress(String)
        /// A flow that Terraform looks up by name, and by type if it is set.
        case dataSource(type: FlowType?, name: String)
        /// A flow that Terraform does not manage, or one that the plan replaces or destroys.
        case id(FlowID)
        /// Unknown before apply, for the reason given as a phrase.
        case unknown(String)
    }
}
