import DriftCore

/// A file of a folder of exports, and its content.
struct ReadFile: Sendable {
    let path: String
    let content: Result<FlowFile, ReadingError>

    /// The file's bytes, or empty if it is skipped or couldn't be read.
    let bytes: [UInt8]

    /// Whether the file is named like a definition, but is empty or binary.
    ///
    /// The file's flow may still exist in the org.
    let hasLostItsText: Bool

    /// Whether `flowdrift snapshot` wrote the file.
    let isOwn: Bool

    /// Reads a file; `isWalked` says that the file was found in a folder, so the user didn't name it.
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

    /// The reason to skip an unreadable file, or `nil` if the file may be a flow.
    private static func reasonToSkip(_ file: String, _ tree: any FileTree) -> String? {
        switch tree.oddity(of: file) {
        case .tooLarge(let beginning, let largest)?:
            FlowFileReader.looksLikeFlow(beginning, file: file)
                ? nil : "the file is larger than \(largest >> 20) MiB, flowdrift's limit"
        case .special?: "the file is a pipe, a socket or a device"
        case nil: nil
        }
    }

    var isSkipped: Bool { if case .success(.skipped) = content { true } else { false } }

    var folder: String { path.folderOfFile }
}

/// All files in a folder of exports.
///
/// Together, they show whether an unreadable file should contain a flow.
struct ReadFolder {
    /// The folders of flows and listings.
    private let folders: Set<String>

    private let hasFlows: Bool

    /// The names of the files of flows and listings.
    private let names: Set<Substring>

    /// The folders of snapshots to skip, because the user wants the exports in other folders.
    private let snapshots: [String]

    init(_ files: [ReadFile], path: String) {
        let own = files.filter { $0.isOwn && $0.path.endsInBytes("/index.yaml") && $0.folder != path }.map(\.folder)
        let flows = files.filter { !$0.isSkipped }
        let others = flows.filter { file in !own.contains { file.path.hasPrefix($0 + "/") } }
        // If the folder has only snapshots, the user wants the snapshots.
        snapshots = others.isEmpty ? [] : own
        folders = Set(flows.map(\.folder))
        hasFlows = !flows.isEmpty
        names = Set(flows.compactMap { $0.path.split(separator: "/").last })
    }

    /// The content of a file, depending on the files around it.
    func content(of file: ReadFile) -> Result<FlowFile, ReadingError> {
        if file.isOwn, snapshots.contains(where: { file.path.hasPrefix($0 + "/") }) {
            return .success(.skipped(reason: "the file is part of flowdrift's snapshots"))
        }
        guard file.hasLostItsText, case .success(.skipped(let reason)) = file.content else { return file.content }
        let isAmongFlows =
            folders.contains(file.folder) || file.path.split(separator: "/").last.map(names.contains) ?? false
        guard !hasFlows || isAmongFlows || FlowFileReader.looksLikeFlow([], file: file.path) else {
            return file.content
        }
        return .failure(
            ReadingError(
                "The file \(reason.trimmingPrefix("the file "))",
                at: Place(file: file.path),
                fix: "if the file should contain a flow, export the flow again; otherwise, delete the file"
            )
        )
    }
}
