extension FlowChange {
    /// Whether a published version can have made the change, and callers may notice it.
    ///
    /// Triggers, state and division change without a new version. An added input breaks no caller.
    public var isOfPublishedInterface: Bool {
        switch self {
        case .inputRemoved, .inputChanged, .outputRemoved, .outputChanged: true
        case .inputAdded, .inputOpen, .inputReadsChanged, .outputAdded, .outputOpen, .triggerAdded, .triggerRemoved,
            .triggerChanged, .availabilityChanged, .divisionChanged:
            false
        }
    }

    /// Whether an earlier version of the flow is still as before the change.
    ///
    /// - Returns: `false` if the change isn't one of the published interface.
    public func isMissing(in flow: Flow) -> Bool {
        switch self {
        case .inputRemoved(let old): flow.inputs.contains { VariableName.areAlike($0.name, old.name) }
        case .outputRemoved(let old): flow.outputs.contains { VariableName.areAlike($0.name, old.name) }
        case .inputChanged(from: let old, to: _): flow.inputs.contains { $0.declaration == old.declaration }
        case .outputChanged(from: let old, to: _): flow.outputs.contains { $0.declaration == old.declaration }
        default: false
        }
    }
}
