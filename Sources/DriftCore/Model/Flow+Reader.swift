extension Flow {
    /// Whether the flow is a bot with a slot that's never read according to its snapshot; see ``asKnown(byReader:)``.
    public var dependsOnReader: Bool {
        guard key.type.name == "bot" || key.type.name == "digitalbot" else { return false }
        return inputs.contains(where: \.isUnreadSlot)
    }

    /// The flow without what the reader that made its snapshot couldn't know.
    ///
    /// Readers before ``SnapshotIndex/slotReaderNumber`` missed that a bot reads the slots that it asks for by name, so
    /// a slot that they call unread is unknown.
    ///
    /// - Parameter number: The reader's number.
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
