/// What `index.yaml` holds of an environment: the flows that have a snapshot, and what their snapshots came from.
public struct SnapshotIndex: Hashable, Sendable {
    /// The flows, in order of type and name.
    public var flows: [Entry]

    /// Whether the org has no trigger at all; with one, `triggers.yaml` says that the triggers are known.
    public var hasNoTriggers: Bool

    /// The triggers whose ids are known; by these one is asked for that the org lists no more.
    public var triggers: TriggerIDs

    /// The digests of `triggers.yaml` and `topics.yaml` by name, as far as they exist; `nil` in an index from before
    /// there were any.
    public var files: [String: String]?

    /// The flows that are known to exist and have no snapshot, in order of type and name.
    public var listed: [FlowEntry]

    /// What could not be read when the snapshots were taken, in order: files, or addresses of the org.
    public var unread: [String]

    /// Makes an index; its flows are put in order.
    public init(
        flows: [Entry] = [],
        hasNoTriggers: Bool = false,
        triggers: TriggerIDs = TriggerIDs(),
        files: [String: String]? = nil,
        listed: [FlowEntry] = [],
        unread: [String] = []
    ) {
        self.hasNoTriggers = hasNoTriggers
        self.triggers = triggers
        self.files = files
        self.listed = listed.sorted { $0.key < $1.key }
        self.unread = unread.sorted()
        self.flows = flows.sorted { $0.entry.key < $1.entry.key }
    }

    /// The number of the reader that this program's snapshots come from.
    ///
    /// It goes up whenever the same flow would give another snapshot, so that older snapshots are fetched again.
    public static let readerNumber = 3

    /// The first reader that counts a slot as read where a bot asks for it by name.
    public static let slotReaderNumber = 3

    /// The digest of a file's bytes, without the carriage returns that git may have put there.
    public static func digest(of bytes: [UInt8]) -> String {
        StableHash(of: bytes.filter { $0 != UInt8(ascii: "\r") }).hexadecimal
    }

    /// Whether a digest is that of a snapshot's bytes; git may have put a carriage return before each line's end.
    public static func isDigest(_ digest: String, of bytes: [UInt8]) -> Bool {
        if StableHash(of: bytes).hexadecimal == digest { return true }
        let carriageReturn = UInt8(ascii: "\r")
        guard bytes.contains(carriageReturn) else { return false }
        return StableHash(of: bytes.filter { $0 != carriageReturn }).hexadecimal == digest
    }

    /// The error of snapshots that lack what could not be read when they were taken; `nil` if they lack nothing.
    ///
    /// - Parameters:
    ///   - unread: What could not be read.
    ///   - file: The index.
    /// - Returns: The error.
    public static func incompleteness(_ unread: [String], in file: String) -> ReadingError? {
        guard let first = unread.first else { return nil }
        let names = unread.count == 1 ? first : "\(first) and \(unread.count - 1) more"
        return ReadingError(
            "The snapshots are incomplete: the run that took them could not read \(names)",
            at: Place(file: file),
            wayOut: "correct that, and take the snapshots again with `flowdrift snapshot`"
        )
    }

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
