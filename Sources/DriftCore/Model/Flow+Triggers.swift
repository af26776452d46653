extension Flow {
    /// The flow, with its triggers replaced by these, sorted.
    public func started(by triggers: [Trigger]) -> Flow {
        var flow = self
        flow.triggers = triggers.inOrder
        return flow
    }
}

extension [Trigger] {
    /// The triggers in the order in which files list them.
    public var inOrder: [Trigger] { sorted(by: Trigger.areInOrder) }
}
