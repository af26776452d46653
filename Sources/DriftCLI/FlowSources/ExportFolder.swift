import DriftCore

/// A folder of flow exports and listings, or one such file.
struct ExportFolder {
    /// The path as the user gave it.
    let path: String

    /// The world that the folder is in.
    let context: Context

    /// Values for the `{{placeholders}}` of Archy YAML.
    let substitutions: [String: String]

    /// Reads all of it.
    ///
    /// What cannot be read is a problem of the set; a folder that cannot be listed is thrown.
    func flowSet() async throws -> FlowSet {
        try await read { _ in }
    }

    /// Reads all of it, and keeps the bytes of the files that flows were read from, by path.
    func flowSetWithFiles() async throws -> (set: FlowSet, files: [String: [UInt8]]) {
        var files: [String: [UInt8]] = [:]
        let set = try await read { file in
            if case .success(.flow) = file.content { files[file.path] = file.bytes }
        }
        return (set, files)
    }

    /// A file of the folder, and what it turned out to hold.
    private struct ReadFile: Sendable {
        let path: String
        let bytes: [UInt8]
        let content: Result<FlowFile, ReadingError>

        /// Whether it is named as a definition and holds none any more: what it held is not gone from the org.
        var hasLostItsText: Bool {
            let isDefinition = path.isNamedAsYAML || path.lowercased().hasSuffix(".json")
            return isDefinition && (bytes.contains(0) || bytes.allSatisfy { $0 <= UInt8(ascii: " ") })
        }
    }

    private func read(_ look: (ReadFile) -> Void) async throws -> FlowSet {
        let walk = FolderWalk(context: context)
        let files = walk.isFolder(path) ? try walk.files(below: path) : [path]
        let reader = FileReader(context: context)
        let definitions = FlowFileReader(substitutions: substitutions)
        let contents = await inParallel(files) { file in
            var bytes: [UInt8] = []
            let content = Result { () throws(ReadingError) in
                bytes = try reader.bytes(of: file)
                return try definitions.read(bytes, file: file)
            }
            return ReadFile(path: file, bytes: bytes, content: content)
        }
        var builder = FlowSetBuilder()
        for file in contents {
            look(file)
            switch file.content {
            case .success(.skipped(let reason)) where file.hasLostItsText:
                builder.add(
                    ReadingError(
                        "The file \(reason.trimmingPrefix("it "))",
                        at: Place(file: file.path),
                        wayOut: "export the flow again, or take the file away"
                    )
                )
            case .success(let content): builder.add(content, from: file.path)
            case .failure(let problem): builder.add(problem)
            }
        }
        return builder.flowSet()
    }
}
