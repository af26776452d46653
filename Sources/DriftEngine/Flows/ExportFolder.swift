package import DriftCore

/// A folder of flow exports and listings, or one such file.
///
/// It may be any folder, such as the root of a repository: files that have nothing to do with flows are skipped.
package struct ExportFolder {
    package let path: String
    package let tree: any FileTree

    /// Values for the `{{placeholders}}` of Archy YAML.
    package let substitutions: [String: String]

    /// Whether the path is a folder, which represents a whole environment; a single file doesn't.
    package var isFolder: Bool { tree.isFolder(path) }

    package init(path: String, of tree: any FileTree, substitutions: [String: String] = [:]) {
        self.path = path
        self.tree = tree
        self.substitutions = substitutions
    }

    /// Reads all files.
    ///
    /// A file that can't be read is a problem of the set; throws if a folder can't be listed.
    package func flowSet() async throws -> FlowSet {
        try await read { _ in }
    }

    /// Reads all files, and keeps the bytes of the files with flows, by path.
    package func flowSetWithFiles() async throws -> (set: FlowSet, files: [String: [UInt8]]) {
        var files: [String: [UInt8]] = [:]
        let set = try await read { file in
            if case .success(.flow) = file.content { files[file.path] = file.bytes }
        }
        return (set, files)
    }

    /// Folders of third-party files.
    static let foreign: Set<String> = ["node_modules"]

    private func read(_ look: (ReadFile) -> Void) async throws -> FlowSet {
        let found = isFolder ? try tree.contents(below: path, without: Self.foreign) : FolderContents(files: [path])
        let definitions = FlowFileReader(substitutions: substitutions)
        let contents = await inParallel(found.files) { file in
            ReadFile(file, by: definitions, isWalked: isFolder, in: tree)
        }
        let folder = ReadFolder(contents, path: path)
        var builder = FlowSetBuilder()
        for problem in found.problems { builder.add(problem) }
        for folder in found.leftOut {
            builder.add(
                .skipped(reason: "the folder contains installed packages, which are not read"),
                from: folder
            )
        }
        var keys: Set<String> = []
        for file in contents {
            look(file)
            if !substitutions.isEmpty, !file.isSkipped {
                keys.formUnion(FlowFileReader.placeholderKeys(in: file.bytes))
            }
            switch folder.content(of: file) {
            case .success(let content): builder.add(content, from: file.path)
            case .failure(let problem): builder.add(problem)
            }
        }
        var set = builder.flowSet()
        set.readActions()
        set.notices += definitions.noticesOnUnused(among: keys)
        return set
    }
}
