extension Flow {
    /// Whether the flow is a bot whose snapshot says that a slot is never read; see ``asKnown(byReader:)``.
    public var dependsOnReader: Bool {
        guard FlowType.bots.contains(key.type) else { return false }
        return inputs.contains(where: \.isUnreadSlot)
    }

    /// The flow without the facts that the reader of its snapshot got wrong.
    ///
    /// A bot reads the slots that it asks for by name. Readers before ``SnapshotIndex/slotReaderNumber`` missed those
    /// reads, so it is unknown whether a slot that they call unread is read.
    ///
    /// - Parameter number: The number of the reader that made the snapshot.
    /// - Returns: The flow, with no ``Variable/reads`` on such slots.
    public func asKnown(byReader number: Int) -> Flow {
        guard number < SnapshotIndex.slotReaderNumber, dependsOnReader else { return self }
        var flow = self
        flow.inputs = inputs.map { input in
            var input = input
            if input.isUnreadSlot { input.reads = nil }
            return input
        }
        return flow
    }
}

extension Variable {
    fileprivate var isUnreadSlot: Bool { reads?.extent == .unread && name.lowercased().hasPrefix("slot.") }
}
