extension Flow {
    /// The version of a flow whose listing gives none.
    public static let unknownVersion = "unknown"

    /// Whether the inputs and outputs may be out of date: a listing had another version, and there was no export.
    public var isStale: Bool { listedVersion != nil }

    /// Why the inputs and outputs may be out of date, or `nil` if they aren't.
    public var staleness: ReadingError? {
        guard let listedVersion else { return nil }
        let version = listedVersion == Self.unknownVersion ? "may have another version" : "has version \(listedVersion)"
        return ReadingError(
            "The snapshot of '\(key)' may be out of date: the flow listing \(version), and there was no export of it",
            at: Place(file: file ?? key.description),
            fix: "export the flow, and take the snapshot again with `flowdrift snapshot`"
        )
    }

    /// The flow, without inputs and outputs if they may be out of date.
    public var withoutStaleInterface: Flow {
        guard isStale else { return self }
        var flow = self
        flow.takeInterface(of: Flow(key: key))
        flow.hasInterface = false
        return flow
    }

    mutating func takeInterface(of other: Flow) {
        (inputs, outputs, modules) = (other.inputs, other.outputs, other.modules)
    }

    /// The flow of a snapshot, updated from a listing because there is no export.
    ///
    /// - Parameters:
    ///   - entry: The flow in the listing.
    ///   - known: The flow in the snapshots' index.
    /// - Returns: The flow; its version stays that of its inputs and outputs.
    public func listed(as entry: FlowEntry, over known: FlowEntry) -> Flow {
        var flow = self
        flow.id = entry.id ?? known.id
        flow.division = entry.division ?? division
        flow.publishedVersion = known.publishedVersion
        if entry.availability != .unknown { flow.availability = entry.availability }
        // An unpublished flow has no newer version, and its callers learn that nothing can start it.
        guard entry.availability != .unpublished else { return flow }
        let isSameFlow = entry.id == nil || known.id == nil || entry.id == known.id
        let isSame = isSameFlow && entry.publishedVersion != nil && entry.publishedVersion == known.publishedVersion
        if isStale || !isSame { flow.listedVersion = entry.publishedVersion ?? Self.unknownVersion }
        return flow
    }
}
