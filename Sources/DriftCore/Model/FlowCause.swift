/// What happened to a whole flow, so that several findings have the same cause.
///
/// ``Verdict`` folds the findings with one cause into the one that says it best.
public struct FlowCause: Hashable, Sendable {
    /// What happened.
    public var kind: Kind

    /// The flow, by its earlier name if it was renamed, or `nil` if only ``id`` is known.
    public var flow: FlowKey?

    /// The id of a flow that no longer exists, or `nil` if ``flow`` is known.
    public var id: FlowID?

    /// Whether the finding is about the flow itself, rather than about a contract or a trigger that relies on it.
    public var isOfFlow: Bool

    /// The kinds of causes.
    public enum Kind: Hashable, Sendable {
        /// No flow has the name any more, or the id: it was renamed or deleted.
        case missing
        case unpublished
        case inactive
        /// The flow is in another division.
        case moved
    }

    init(_ kind: Kind, of flow: FlowKey?, id: FlowID? = nil, isOfFlow: Bool = false) {
        (self.kind, self.flow, self.id, self.isOfFlow) = (kind, flow, id, isOfFlow)
    }

    /// The kind for a flow that callers can't start, or `nil` if they can.
    init?(_ availability: Flow.Availability, of flow: FlowKey, isOfFlow: Bool = false) {
        switch availability {
        case .unpublished: self.init(Kind.unpublished, of: flow, isOfFlow: isOfFlow)
        case .inactive: self.init(Kind.inactive, of: flow, isOfFlow: isOfFlow)
        case .available, .unknown: return nil
        }
    }
}

extension [Finding] {
    /// The findings, with the flow's name instead of its id in each cause whose id is known.
    public func naming(_ keys: [EnvironmentName?: [FlowID: FlowKey]]) -> [Finding] {
        map { finding in
            guard
                let cause = finding.flowCause, cause.flow == nil, let id = cause.id,
                let key = keys[finding.environment]?[id]
            else { return finding }
            var finding = finding
            finding.flowCause = FlowCause(cause.kind, of: key, isOfFlow: cause.isOfFlow)
            return finding
        }
    }
}
