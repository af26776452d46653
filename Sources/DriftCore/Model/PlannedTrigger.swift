/// A trigger that Terraform manages, before and after a plan.
public typealias PlannedTrigger = Planned<TriggerSettings>

/// What Terraform knows of a trigger; the properties are named as those of ``Trigger``.
///
/// A setting is `nil` if the provider treats its value as not set: null, an empty string, or zero seconds.
///
/// Source: MyPureCloud/terraform-provider-genesyscloud, resource genesyscloud_processautomation_trigger.
public struct TriggerSettings: Hashable, Sendable {
    /// The trigger's name.
    public var name: PlannedValue<String>

    /// The event topic.
    public var topic: PlannedValue<String>

    /// How the event reaches the workflow.
    public var dataFormat: PlannedValue<Trigger.DataFormat?> = .known(nil)

    /// Whether events fire the trigger.
    public var isEnabled: PlannedValue<Bool> = .known(true)

    /// The conditions on the events that fire the trigger.
    public var match: PlannedValue<[Criterion]> = .known([])

    /// How long an event stays valid, in seconds; Genesys Cloud may refuse the value.
    public var eventTTLSeconds: PlannedValue<Int?> = .known(nil)

    /// How long the start is delayed, in seconds; Genesys Cloud may refuse the value.
    public var delayBySeconds: PlannedValue<Int?> = .known(nil)

    /// The id of the flow that the trigger starts, as the plan writes it.
    public var targetID: PlannedValue<FlowID>

    /// The flow that the trigger starts, or why that flow is unknown.
    public var target: Target

    /// The flow that a trigger starts.
    public enum Target: Hashable, Sendable {
        /// The ``PlannedFlow`` with that address.
        case flowAddress(String)
        /// A flow that Terraform looks up by name, and also by type if the type is set.
        case dataSource(type: FlowType?, name: String)
        /// A flow that Terraform doesn't manage, or a flow that the plan replaces or destroys.
        case id(FlowID)
        /// A flow that is unknown before apply; the phrase is the reason.
        case unknown(String)
    }
}
