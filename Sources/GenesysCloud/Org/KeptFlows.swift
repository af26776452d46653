public import DriftCore

/// The flows that an interrupted run has read, so that the next run doesn't request them again.
public protocol KeptFlows: Sendable {
    /// The flow in the version that the org's list has, without triggers, or `nil` if that version wasn't kept.
    func flow(_ entry: FlowEntry) -> Flow?

    /// Keeps a flow that was just read.
    func keep(_ flow: Flow)
}
