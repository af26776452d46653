/// The settings of one trigger that a contract relies on; what is nil is not checked.
public struct PromisedTrigger: Hashable, Sendable {
    /// The trigger's name, `{environment}` not yet put in.
    public var name: Written<String>

    /// The topic it must listen to.
    public var topic: Written<String>?

    /// The data format it must have.
    public var dataFormat: Written<Trigger.DataFormat>?

    /// Whether it must be enabled.
    public var isEnabled: Written<Bool>?

    /// The criteria it must have, no more and no fewer.
    public var match: Written<[Criterion]>?

    /// The seconds for which an event must stay valid.
    public var eventTTLSeconds: Written<Int>?

    /// The seconds by which the start must be put off.
    public var delayBySeconds: Written<Int>?

    /// The trigger's name in an environment; nil where it depends on the environment and none is given.
    func name(in environment: EnvironmentName?) -> String? {
        FlowTemplate.fill(name.value, with: environment)
    }
}
