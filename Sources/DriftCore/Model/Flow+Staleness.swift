extension Flow {
    /// What stands for the version of a listing that has none.
    public static let unknownVersion = "unknown"

    /// Whether the inputs and outputs may be out of date, because a listing had another version and there was no export.
    public var isStale: Bool { listedVersion != nil }

    /// Why the inputs and outputs may be out of date; `nil` if they are as they should be.
    public var staleness: ReadingError? {
        guard let listedVersion else { return nil }
        let version = listedVersion == Self.unknownVersion ? "may have another version" : "has version \(listedVersion)"
        return ReadingError(
            "The snapshot of '\(key)' may be out of date: the flow listing \(version), and there was no export of it",
            at: Place(file: file ?? key.description),
            wayOut: "export the flow, and take the snapshot again with `flowdrift snapshot`"
        )
    }

    /// The flow without inputs and outputs, where they may be out of date.
    public var withoutStaleInterface: Flow {
        guard isStale else { return self }
        var flow = self
        flow.takeInterface(of: Flow(key: key))
        flow.hasInterface = false
        return flow
    }

    /// Takes the inputs, the outputs and the modules of another flow.
    mutating func takeInterface(of other: Flow) {
        (inputs, outputs, modules) = (other.inputs, other.outputs, other.modules)
    }

    /// The flow of a snapshot with what a listing tells of it, for want of an export.
    ///
    /// - Parameters:
    ///   - entry: What the listing tells.
    ///   - known: What the index tells of the snapshot.
    /// - Returns: The flow; its version stays the one of its inputs and outputs.
    public func listed(as entry: FlowEntry, over known: FlowEntry) -> Flow {
        var flow = self
        flow.id = entry.id ?? known.id
        flow.division = entry.division ?? division
        flow.publishedVersion = known.publishedVersion
        if entry.availability != .unknown { flow.availability = entry.availability }
        // What isn't published has no newer version, and its callers learn that nothing can start it.
        guard entry.availability != .unpublished else { return flow }
        let isSameFlow = entry.id == nil || known.id == nil || entry.id == known.id
        let isSame = isSameFlow && entry.publishedVersion != nil && entry.publishedVersion == known.publishedVersion
        if isStale || !isSame { flow.listedVersion = entry.publishedVersion ?? Self.unknownVersion }
        return flow
    }
}
