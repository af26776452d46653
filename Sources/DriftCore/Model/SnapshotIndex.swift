/// The index of an environment's snapshots: its flows, their digests, and what the last run couldn't read.
///
/// `index.yaml` has the facts about the whole environment. The folder `index` has one entry, a file, for each flow. So
/// two branches that refresh different flows don't change the same file. Earlier versions kept everything in
/// `index.yaml`.
public struct SnapshotIndex: Hashable, Sendable {
    /// The flows, in order of type and name.
    public var flows: [Entry]

    /// Whether the org is known to have no triggers, so that `triggers.yaml` doesn't exist.
    public var hasNoTriggers: Bool

    /// The known ids of triggers that start none of the flows, or whose flow an older index doesn't name.
    public var strayTriggers: TriggerIDs

    /// The digests of `triggers.yaml` and `topics.yaml`, by name, for those that exist.
    ///
    /// It's `nil` in an index written before digests were recorded.
    public var files: [String: String]?

    /// The flows that exist but have no snapshot, in order of type and name.
    public var listed: [FlowEntry]

    /// The files, or addresses of the org, that couldn't be read when the snapshots were taken, in order.
    public var unread: [String]

    /// The version of each data action that was read, by id, whether or not it starts a flow.
    ///
    /// An action of the same version isn't read again.
    public var seenActions: [String: String] = [:]

    /// Whether each flow has an entry in the folder `index`; then a snapshot without an entry isn't trusted.
    public var hasFolder = false

    /// Whether a snapshot is only trusted if the index has its digest.
    public var verifiesFlows: Bool { hasFolder || !flows.isEmpty }

    /// Why files of the index can't be trusted, by file: some can't be read, and some have the same id as another file.
    public var problems: [String: ReadingError] = [:]

    /// The first problem, in order of file.
    public var firstProblem: ReadingError? { problems.min { $0.key < $1.key }?.value }

    /// Makes an index; its lists are sorted.
    public init(
        flows: [Entry] = [],
        hasNoTriggers: Bool = false,
        strayTriggers: TriggerIDs = TriggerIDs(),
        files: [String: String]? = nil,
        listed: [FlowEntry] = [],
        unread: [String] = []
    ) {
        self.hasNoTriggers = hasNoTriggers
        self.strayTriggers = strayTriggers
        self.files = files
        self.listed = listed.sorted { $0.key < $1.key }
        self.unread = unread.sorted()
        self.flows = flows.sorted { $0.entry.key < $1.entry.key }
    }

    /// All triggers whose ids are known; by these ids, a run looks up the triggers that the org no longer lists.
    public var triggers: TriggerIDs { flows.reduce(strayTriggers) { $0.adding($1.triggers) } }

    /// The name of the folder of the index's entries, in the environment's folder.
    public static let entriesFolder = "index"

    /// The number of the reader that makes this program's snapshots.
    ///
    /// The number increases whenever the same flow would get another snapshot, so that older snapshots are fetched
    /// again.
    public static let readerNumber = 4

    /// The first reader that reads the calls of flows.
    public static let callsReaderNumber = 4

    /// The first reader whose snapshots have the interface that this program reads; later ones only add ``Flow/calls``.
    public static let interfaceReaderNumber = 3

    /// The first reader that counts a slot as read if a bot asks for it by name.
    public static let slotReaderNumber = 3

    /// The digest of a file's bytes, without the carriage returns that git may have added.
    public static func digest(of bytes: [UInt8]) -> String {
        StableHash(of: bytes.filter { $0 != UInt8(ascii: "\r") }).hexadecimal
    }

    /// Whether a digest is that of the given bytes, to which git may have added carriage returns.
    public static func isDigest(_ digest: String, of bytes: [UInt8]) -> Bool {
        if StableHash(of: bytes).hexadecimal == digest { return true }
        let carriageReturn = UInt8(ascii: "\r")
        guard bytes.contains(carriageReturn) else { return false }
        return StableHash(of: bytes.filter { $0 != carriageReturn }).hexadecimal == digest
    }

    /// The error of an incomplete set of snapshots: something couldn't be read when they were taken.
    ///
    /// - Parameters:
    ///   - unread: What couldn't be read.
    ///   - file: The index.
    /// - Returns: The error, or `nil` if the snapshots are complete.
    public static func incompleteness(_ unread: [String], in file: String) -> ReadingError? {
        guard let first = unread.first else { return nil }
        let names = unread.count == 1 ? first : "\(first) and \(unread.count - 1) more"
        return ReadingError(
            "The snapshots are incomplete: the run that took them could not read \(names)",
            at: Place(file: file),
            fix: "take the snapshots again with `flowdrift snapshot`, and correct each error that it prints"
        )
    }

    /// One flow of the index.
    public struct Entry: Hashable, Sendable {
        /// The facts about the flow that a listing has too.
        public var entry: FlowEntry

        /// The snapshot's file, relative to the environment's folder.
        public var file: String

        /// The digest of the snapshot's bytes.
        public var digest: String

        /// The number of the reader that made the snapshot.
        public var reader: Int

        /// The known ids of the triggers that start the flow.
        public var triggers: TriggerIDs

        /// Makes an entry.
        public init(
            entry: FlowEntry,
            file: String,
            digest: String,
            reader: Int = SnapshotIndex.readerNumber,
            triggers: TriggerIDs = TriggerIDs()
        ) {
            self.entry = entry
            self.file = file
            self.digest = digest
            self.reader = reader
            self.triggers = triggers
        }
    }
}
