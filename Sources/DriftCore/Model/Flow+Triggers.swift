extension Flow {
    /// The flow with these triggers, whatever it had, in order.
    public func started(by triggers: [Trigger]) -> Flow {
        var flow = self
        flow.triggers = triggers.inOrder
        return flow
    }
}

extension [Trigger] {
    /// The triggers in the order in which they are written.
    public var inOrder: [Trigger] { sorted(by: Trigger.areInOrder) }
}
