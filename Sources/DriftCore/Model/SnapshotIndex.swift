/// An environment's flows that have a snapshot, and where the snapshots came from.
///
/// `index.yaml` holds what concerns the whole environment. The folder `index` has an entry for each flow, so that two
/// branches that refresh different flows change no file in common. Earlier versions kept all of it in `index.yaml`.
public struct SnapshotIndex: Hashable, Sendable {
    /// The flows, in order of type and name.
    public var flows: [Entry]

    /// Whether the org has no triggers; if it has any, `triggers.yaml` exists.
    public var hasNoTriggers: Bool

    /// The known ids of triggers that start none of the flows, or whose flow is missing in an older index.
    public var strayTriggers: TriggerIDs

    /// The digests of `triggers.yaml` and `topics.yaml` by name, if they exist, or `nil` in an index from before
    /// digests.
    public var files: [String: String]?

    /// The flows that exist but have no snapshot, in order of type and name.
    public var listed: [FlowEntry]

    /// What couldn't be read when the snapshots were taken, in order: files, or addresses of the org.
    public var unread: [String]

    /// Whether each flow has an entry in the folder `index`, so that a snapshot without one isn't believed.
    public var hasFolder = false

    /// Whether a snapshot without a digest isn't believed.
    public var verifiesFlows: Bool { hasFolder || !flows.isEmpty }

    /// Why files of the index can't be believed, by file: those that can't be read, and those with the id of another.
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

    /// The triggers whose ids are known, to look up those that the org no longer lists.
    public var triggers: TriggerIDs { flows.reduce(strayTriggers) { $0.adding($1.triggers) } }

    /// The name of the folder of the entries, in the environment's folder.
    public static let entriesFolder = "index"

    /// The number of the reader that makes this program's snapshots.
    ///
    /// It increases whenever the same flow would give another snapshot, so that older snapshots are fetched again.
    public static let readerNumber = 3

    /// The first reader that counts a slot as read if a bot asks for it by name.
    public static let slotReaderNumber = 3

    /// The digest of a file's bytes, without the carriage returns that git may have added.
    public static func digest(of bytes: [UInt8]) -> String {
        StableHash(of: bytes.filter { $0 != UInt8(ascii: "\r") }).hexadecimal
    }

    /// Whether a snapshot's bytes have a digest; git may have added carriage returns.
    public static func isDigest(_ digest: String, of bytes: [UInt8]) -> Bool {
        if StableHash(of: bytes).hexadecimal == digest { return true }
        let carriageReturn = UInt8(ascii: "\r")
        guard bytes.contains(carriageReturn) else { return false }
        return StableHash(of: bytes.filter { $0 != carriageReturn }).hexadecimal == digest
    }

    /// The error of snapshots that lack what couldn't be read when they were taken.
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
            fix: "correct the cause, and take the snapshots again with `flowdrift snapshot`"
        )
    }

    /// One flow of the index.
    public struct Entry: Hashable, Sendable {
        /// What a listing would say about the flow.
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
