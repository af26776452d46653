/// What `index.yaml` holds of an environment: the flows that have a snapshot, and what their snapshots came from.
public struct SnapshotIndex: Hashable, Sendable {
    /// The flows, in order of type and name.
    public var flows: [Entry]

    /// Whether the org has no trigger at all; with one, `triggers.yaml` says that the triggers are known.
    public var hasNoTriggers: Bool

    /// Makes an index; its flows are put in order.
    public init(flows: [Entry] = [], hasNoTriggers: Bool = false) {
        self.hasNoTriggers = hasNoTriggers
        self.flows = flows.sorted { $0.entry.key < $1.entry.key }
    }

    /// The number of the reader that this program's snapshots come from.
    ///
    /// It goes up whenever the same flow would give another snapshot, so that older snapshots are fetched again.
    public static let readerNumber = 2

    /// One flow of the index.
    public struct Entry: Hashable, Sendable {
        /// What a listing would say of the flow.
        public var entry: FlowEntry

        /// The snapshot's file, relative to the environment's folder.
        public var file: String

        /// The digest of the snapshot's bytes.
        public var digest: String

        /// The number of the reader that made it.
        public var reader: Int

        /// Makes an entry.
        public init(entry: FlowEntry, file: String, digest: String, reader: Int = SnapshotIndex.readerNumber) {
            self.entry = entry
            self.file = file
            self.digest = digest
            self.reader = reader
        }
    }
}
