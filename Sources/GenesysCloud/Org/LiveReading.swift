public import DriftCore

/// The result of reading a live org.
public struct LiveReading: Sendable {
    /// The flows and triggers, with problems for those that couldn't be read.
    ///
    /// If the triggers couldn't be read, each flow has those of its snapshot, and ``FlowSet/strayTriggers`` is `nil`.
    public var flows: FlowSet

    /// The flows with data from the org only.
    ///
    /// They have no triggers if the triggers couldn't be read.
    ///
    /// Verdicts use these, because a trigger in a snapshot may no longer exist in the org.
    public var seenFlows: FlowSet {
        var seen = flows
        guard !hasTriggers else { return seen }
        for index in seen.flows.indices { seen.flows[index].triggers = [] }
        return seen
    }

    /// Who published each flow and when, according to the org.
    public var publications: [FlowKey: Publication]

    /// The drafts that are newer than the published version, sorted by type and name; empty unless requested.
    public var drafts: [Draft]

    /// The flows that exist but couldn't be read, sorted by type and name.
    public var unread: [FlowKey]

    /// The flows that have snapshots but were deleted from the org or renamed, sorted by type and name.
    public var gone: [FlowKey]

    /// The flows that have snapshots and another name in the org, each with its new type and name.
    ///
    /// They are part of ``gone``, unless another flow has taken the name. A renamed flow that the filter excludes isn't
    /// read.
    public var renamed: [FlowKey: FlowKey]

    /// A notice for each renamed flow.
    public var renameNotices: [FlowSet.Notice] {
        let read = Set(flows.flows.map(\.key))
        return renamed.sorted { $0.key < $1.key }.map { old, new in
            FlowSet.Notice(
                "the flow '\(old)' was renamed to '\(new)'" + (read.contains(new) ? "" : ", which the filter excludes")
            )
        }
    }

    /// The flows that have snapshots and aren't visible, but may still exist.
    public var hidden: [FlowKey]

    /// Whether the org listed no flows although there are snapshots, and the request doesn't allow that.
    public var isSuspiciouslyEmpty: Bool

    /// Whether the triggers were read.
    public var hasTriggers: Bool

    /// The number of configurations read, including drafts.
    public var configurationCount: Int

    /// A draft of a flow.
    public struct Draft: Sendable {
        /// The flow according to the draft.
        public var flow: Flow

        /// The version of the draft.
        public var version: String
    }
}
