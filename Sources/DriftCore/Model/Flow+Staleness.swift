extension Flow {
    /// The version of a flow if the flow listing has no version of it.
    public static let unknownVersion = "unknown"

    /// Whether the inputs and outputs may be out of date: the listing had another version, and no export of the flow
    /// was read.
    public var isStale: Bool { listedVersion != nil }

    /// Why the inputs and outputs may be out of date, or `nil` if they aren't.
    public var staleness: ReadingError? {
        guard let listedVersion else { return nil }
        let version = listedVersion == Self.unknownVersion ? "may have another version" : "has version \(listedVersion)"
        return ReadingError(
            "The snapshot of '\(key)' may be out of date: the flow listing \(version), but no export of the flow "
                + "was read",
            at: Place(file: file ?? key.description),
            fix: "export the flow, and take the snapshot again with `flowdrift snapshot`"
        )
    }

    /// The flow; if its inputs and outputs may be out of date, they are left out.
    public var withoutStaleInterface: Flow {
        guard isStale else { return self }
        var flow = self
        flow.takeInterface(of: Flow(key: key))
        flow.hasInterface = false
        return flow
    }

    /// The flow; if it isn't published and no draft of it was read, its inputs and outputs count as unknown.
    public var withoutUnpublishedInterface: Flow {
        guard availability == .unpublished, inputs.isEmpty, outputs.isEmpty else { return self }
        var flow = self
        flow.hasInterface = false
        return flow
    }

    /// Why the inputs and outputs are unknown, if they are.
    var reasonForUnknownInterface: String {
        if isStale { return "its snapshot may be out of date" }
        return availability == .unpublished ? "it has no published version" : "the flow is only in a listing"
    }

    mutating func takeInterface(of other: Flow) {
        (inputs, outputs, modules, calls) = (other.inputs, other.outputs, other.modules, other.calls)
    }

    /// The flow of a snapshot, updated from a listing because no export of the flow was read.
    ///
    /// - Parameters:
    ///   - entry: The flow in the listing.
    ///   - known: The flow in the snapshots' index.
    /// - Returns: The flow; its version remains the one that its inputs and outputs are from.
    public func listed(as entry: FlowEntry, over known: FlowEntry) -> Flow {
        var flow = self
        flow.id = entry.id ?? known.id
        flow.division = entry.division ?? division
        flow.publishedVersion = known.publishedVersion
        if entry.availability != .unknown { flow.availability = entry.availability }
        // Nothing can start an unpublished flow, and it has no newer version, so its snapshot isn't out of date.
        guard entry.availability != .unpublished else { return flow }
        let isSameFlow = entry.id == nil || known.id == nil || entry.id == known.id
        let isSame = isSameFlow && entry.publishedVersion != nil && entry.publishedVersion == known.publishedVersion
        if isStale || !isSame { flow.listedVersion = entry.publishedVersion ?? Self.unknownVersion }
        return flow
    }
}
