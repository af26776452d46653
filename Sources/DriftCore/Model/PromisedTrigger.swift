/// The settings of one trigger that a contract relies on; a setting that is `nil` isn't checked.
public struct PromisedTrigger: Hashable, Sendable {
    /// The trigger's name, with `{environment}` not yet replaced.
    public var name: Written<String>

    /// The topic that the trigger must listen to.
    public var topic: Written<String>?

    /// The data format that the trigger must have.
    public var dataFormat: Written<Trigger.DataFormat>?

    /// Whether the trigger must be enabled.
    public var isEnabled: Written<Bool>?

    /// The exact set of criteria that the trigger must have.
    public var match: Written<[Criterion]>?

    /// How long an event must stay valid, in seconds.
    public var eventTTLSeconds: Written<Int>?

    /// How long the start must be delayed, in seconds.
    public var delayBySeconds: Written<Int>?

    /// The trigger's name in an environment, or `nil` if it depends on the environment and `environment` is `nil`.
    public func name(in environment: EnvironmentName?) -> String? {
        FlowTemplate.fill(name.value, with: environment)
    }
}
