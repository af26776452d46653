/// A trigger with the flow that it starts.
public struct PlacedTrigger: Hashable, Sendable {
    /// The trigger.
    public var trigger: Trigger

    /// The flow that the trigger starts, or `nil` if it starts none of the environment's flows.
    public var flow: FlowKey?

    /// Makes a trigger that starts a flow.
    public init(_ trigger: Trigger, starting flow: FlowKey?) {
        self.trigger = trigger
        self.flow = flow
    }
}
