import DriftCore

/// A file of a folder of exports, and what it turned out to hold.
struct ReadFile: Sendable {
    /// The path, as messages give it.
    let path: String

    /// What it holds.
    let content: Result<FlowFile, ReadingError>

    /// The file's bytes; none if it is skipped, or couldn't be read.
    let bytes: [UInt8]

    /// Whether it is named as a definition and holds none any more: what it held is not gone from the org.
    let hasLostItsText: Bool

    /// Whether `flowdrift snapshot` wrote it.
    let isOwn: Bool

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - file: The path.
    ///   - definitions: The reader of what it may hold.
    ///   - isWalked: Whether the file was found in a folder, so that nobody asked for it in particular.
    ///   - tree: The files that it is among.
    init(_ file: String, by definitions: FlowFileReader, isWalked: Bool, in tree: any FileTree) {
        path = file
        var bytes: [UInt8] = []
        let content: Result<FlowFile, ReadingError> = Result { () throws(ReadingError) in
            do throws(ReadingError) {
                bytes = try tree.bytes(of: file)
            } catch {
                guard isWalked, let reason = Self.reasonToSkip(file, tree) else { throw error }
                return .skipped(reason: reason)
            }
            return try definitions.read(bytes, file: file)
        }
        self.content = content
        let isSkipped = if case .success(.skipped) = content { true } else { false }
        let isDefinition = file.isNamedAsYAML || file.lowercased().hasSuffix(".json")
        hasLostItsText =
            isSkipped && isDefinition && (bytes.contains(0) || bytes.allSatisfy { $0 <= UInt8(ascii: " ") })
        isOwn = bytes.starts(with: "# \(SnapshotWriter.header)".utf8)
        // A repository may hold a lot else.
        self.bytes = isSkipped ? [] : bytes
    }

    /// Why a file that could not be read is not missed; `nil` if it may be a flow.
    private static func reasonToSkip(_ file: String, _ tree: any FileTree) -> String? {
        switch tree.oddity(of: file) {
        case .tooLarge(let beginning, let largest)?:
            FlowFileReader.looksLikeFlow(beginning, file: file) ? nil : "it is larger than \(largest >> 20) MiB"
        case .special?: "it is a pipe, a socket or a device"
        case nil: nil
        }
    }

    /// Whether it holds a flow, flows or triggers, or should.
    var isSkipped: Bool { if case .success(.skipped) = content { true } else { false } }

    /// The folder that it is in.
    var folder: String { path.folderOfFile }
}

/// The files of a folder of exports beside one another, which tells what those are that can't be read.
struct ReadFolder {
    /// The folders of flows and listings.
    private let folders: Set<String>

    /// Whether there is any flow or listing.
    private let hasFlows: Bool

    /// The names of the files of flows and listings.
    private let names: Set<Substring>

    /// The folders of snapshots that aren't what was asked for.
    private let snapshots: [String]

    /// Looks at the files of a folder.
    ///
    /// - Parameters:
    ///   - files: The files.
    ///   - path: The folder that the user named.
    init(_ files: [ReadFile], path: String) {
        let own = files.filter { $0.isOwn && $0.path.endsInBytes("/index.yaml") && $0.folder != path }.map(\.folder)
        let flows = files.filter { !$0.isSkipped }
        let others = flows.filter { file in !own.contains { file.path.hasPrefix($0 + "/") } }
        // Where nothing but snapshots is there, they are what was asked for.
        snapshots = others.isEmpty ? [] : own
        folders = Set(flows.map(\.folder))
        hasFlows = !flows.isEmpty
        names = Set(flows.compactMap { $0.path.split(separator: "/").last })
    }

    /// What a file counts as.
    func content(of file: ReadFile) -> Result<FlowFile, ReadingError> {
        if file.isOwn, snapshots.contains(where: { file.path.hasPrefix($0 + "/") }) {
            return .success(.skipped(reason: "it is flowdrift's own"))
        }
        guard file.hasLostItsText, case .success(.skipped(let reason)) = file.content else { return file.content }
        let isAmongFlows =
            folders.contains(file.folder) || file.path.split(separator: "/").last.map(names.contains) ?? false
        guard !hasFlows || isAmongFlows || FlowFileReader.looksLikeFlow([], file: file.path) else {
            return file.content
        }
        return .failure(
            ReadingError(
                "The file \(reason.trimmingPrefix("it "))",
                at: Place(file: file.path),
                wayOut: "export the flow again, or take the file away"
            )
        )
    }
}
