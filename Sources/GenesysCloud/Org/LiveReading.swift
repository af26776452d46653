public import DriftCore

/// What a live org turned out to hold.
public struct LiveReading: Sendable {
    /// The flows and triggers; what could not be read is among its problems.
    ///
    /// Where the triggers could not be read, each flow has those of its snapshot, and ``FlowSet/strayTriggers`` is nil.
    public var flows: FlowSet

    /// The flows with only what the org itself told: without triggers where they could not be read.
    ///
    /// A verdict rests on these: that a snapshot had a trigger does not say that the org has it still.
    public var seenFlows: FlowSet {
        var seen = flows
        guard !hasTriggers else { return seen }
        for index in seen.flows.indices { seen.flows[index].triggers = [] }
        return seen
    }

    /// Who published each flow and when, as the org tells.
    public var publications: [FlowKey: Publication]

    /// The drafts that are newer than their published version, in order of type and name; empty unless asked for.
    public var drafts: [Draft]

    /// The flows that exist and could not be read, in order of type and name.
    public var unread: [FlowKey]

    /// The flows that have snapshots and are gone from the org, in order of type and name.
    public var gone: [FlowKey]

    /// The flows that have snapshots and are not visible, though nobody says that they are gone.
    public var hidden: [FlowKey]

    /// Whether the org listed no flow at all where there are snapshots, and that was not allowed.
    public var isSuspiciouslyEmpty: Bool

    /// Whether the triggers were read.
    public var hasTriggers: Bool

    /// How many configurations were read, drafts among them.
    public var configurationCount: Int

    /// A draft of a flow.
    public struct Draft: Sendable {
        /// The flow as the draft has it.
        public var flow: Flow

        /// The draft's version.
        public var version: String
    }
}
