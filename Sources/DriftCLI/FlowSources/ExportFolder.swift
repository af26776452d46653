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
        let walk = FolderWalk(context: context)
        let files = walk.isFolder(path) ? try walk.files(below: path) : [path]
        let reader = FileReader(context: context)
        let definitions = FlowFileReader(substitutions: substitutions)
        let contents = await inParallel(files) { file in
            Result { () throws(ReadingError) in try definitions.read(reader.bytes(of: file), file: file) }
        }
        var builder = FlowSetBuilder()
        for (file, content) in zip(files, contents) {
            switch content {
            case .success(let content): builder.add(content, from: file)
            case .failure(let problem): builder.add(problem)
            }
        }
        return builder.flowSet()
    }
}
