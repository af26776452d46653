/// What a listing or an index says about a flow: everything except its inputs and outputs.
public struct FlowEntry: Hashable, Sendable {
    /// The flow's type and name.
    public var key: FlowKey

    /// The id that the org gave the flow, or `nil` if the source doesn't say.
    public var id: FlowID?

    /// The division's name, or `nil` if the source doesn't say.
    public var division: String?

    /// The published version, such as `12.0`, or `nil` if there is none or the source doesn't say.
    public var publishedVersion: String?

    /// Whether callers can start the flow.
    public var availability: Flow.Availability

    /// Makes an entry.
    public init(
        key: FlowKey,
        id: FlowID? = nil,
        division: String? = nil,
        publishedVersion: String? = nil,
        availability: Flow.Availability = .unknown
    ) {
        self.key = key
        self.id = id
        self.division = division
        self.publishedVersion = publishedVersion
        self.availability = availability
    }
}

extension [FlowEntry] {
    /// Whether there is at least one flow, and all flows have a known id.
    var haveEveryID: Bool { !isEmpty && allSatisfy { $0.id != nil } }
}

extension Flow {
    /// Makes a flow that nothing can start and that only a listing names.
    init(unstartable entry: FlowEntry) {
        self.init(key: entry.key, id: entry.id, division: entry.division, availability: entry.availability)
        hasInterface = false
    }
}

extension Flow {
    /// The flow's interface as that of a flow of the org's list: with its name, id, version and state, without triggers
    /// and file.
    public func identified(by entry: FlowEntry) -> Flow {
        var flow = self
        flow.key = entry.key
        flow.id = entry.id
        flow.division = entry.division
        flow.availability = entry.availability
        flow.publishedVersion = entry.publishedVersion
        flow.triggers = []
        flow.file = nil
        return flow
    }
}
