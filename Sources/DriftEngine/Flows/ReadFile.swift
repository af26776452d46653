import DriftCore

/// A file of a folder of exports, and its content.
struct ReadFile: Sendable {
    let path: String
    let content: Result<FlowFile, ReadingError>

    /// The file's bytes, or empty if it is skipped or couldn't be read.
    let bytes: [UInt8]

    /// Whether it is named like a definition but is empty or binary now; its flow isn't gone from the org.
    let hasLostItsText: Bool

    /// Whether `flowdrift snapshot` wrote it.
    let isOwn: Bool

    /// Reads a file; `isWalked` says that it was found in a folder, so the user didn't ask for it in particular.
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
        // Frees the bytes of unrelated files, of which a repository may have many.
        self.bytes = isSkipped ? [] : bytes
    }

    /// Why an unreadable file may be skipped, or `nil` if it may be a flow.
    private static func reasonToSkip(_ file: String, _ tree: any FileTree) -> String? {
        switch tree.oddity(of: file) {
        case .tooLarge(let beginning, let largest)?:
            FlowFileReader.looksLikeFlow(beginning, file: file) ? nil : "it is larger than \(largest >> 20) MiB"
        case .special?: "it is a pipe, a socket or a device"
        case nil: nil
        }
    }

    var isSkipped: Bool { if case .success(.skipped) = content { true } else { false } }

    var folder: String { path.folderOfFile }
}

/// The files of a folder of exports together, which tells whether an unreadable one should hold a flow.
struct ReadFolder {
    /// The folders of flows and listings.
    private let folders: Set<String>

    private let hasFlows: Bool

    /// The names of the files of flows and listings.
    private let names: Set<Substring>

    /// The folders of snapshots that the user didn't ask for.
    private let snapshots: [String]

    init(_ files: [ReadFile], path: String) {
        let own = files.filter { $0.isOwn && $0.path.endsInBytes("/index.yaml") && $0.folder != path }.map(\.folder)
        let flows = files.filter { !$0.isSkipped }
        let others = flows.filter { file in !own.contains { file.path.hasPrefix($0 + "/") } }
        // If there is nothing but snapshots, the user asked for them.
        snapshots = others.isEmpty ? [] : own
        folders = Set(flows.map(\.folder))
        hasFlows = !flows.isEmpty
        names = Set(flows.compactMap { $0.path.split(separator: "/").last })
    }

    /// The content of a file, judged by the files around it.
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
                fix: "export the flow again, or delete the file"
            )
        )
    }
}
