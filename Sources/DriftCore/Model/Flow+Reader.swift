extension Flow {
    /// Whether the flow is a bot with a slot that its snapshot says is never read; see ``asKnown(byReader:)``.
    public var dependsOnReader: Bool {
        guard key.type.name == "bot" || key.type.name == "digitalbot" else { return false }
        return inputs.contains(where: \.isUnreadSlot)
    }

    /// The flow as far as the reader that made its snapshot could know it.
    ///
    /// Readers before ``SnapshotIndex/slotReaderNumber`` did not see that a bot reads the slots that it asks for by
    /// name, so what they say is never read is unknown.
    ///
    /// - Parameter number: The reader's number.
    /// - Returns: The flow, whose slots may have no ``Variable/reads``.
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
