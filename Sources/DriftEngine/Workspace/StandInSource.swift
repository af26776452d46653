package import DriftCore

/// What `flowdrift stub` serves: a folder or a file, and the environment of the flows in it.
package struct StandInSource: Sendable {
    package let folder: ExportFolder

    /// The environment, or `nil` if it's unknown.
    package let environment: EnvironmentName?
}

extension SourceResolver {
    /// Finds what `flowdrift stub` serves.
    ///
    /// - Parameters:
    ///   - path: A folder of exports, snapshots or listings, or one such file; or `nil` for the project's snapshots.
    ///   - environment: The environment whose flows are served, or `nil` if the user names none.
    /// - Returns: The source.
    /// - Throws: `ReadingError` or ``RunFailure`` if there is nothing to serve, or flows of several environments.
    package func standInSource(from path: String?, in environment: EnvironmentName?) async throws -> StandInSource {
        guard let path = path?.withoutTrailingSlash else { return try await snapshotsToServe(in: environment) }
        let held = try snapshotFolders(below: path)
        if held == [path] || held.isEmpty {
            let own = self.environment(of: .named(path))
            if let own, let environment, own != environment {
                throw RunFailure.badUsage(
                    "--from \(path) is the environment '\(own)', but --environment names '\(environment)'; "
                        + "remove one of the options"
                )
            }
            return StandInSource(folder: exports(at: path), environment: environment ?? own)
        }
        let named = held.compactMap { folder in
            EnvironmentName(folder.lastPathComponent).map { (folder: folder, name: $0) }
        }
        if held.count == 1, environment == nil {
            return StandInSource(folder: exports(at: path), environment: named.first?.name)
        }
        let meant = named.filter { $0.name == environment }
        guard meant.count == 1 else { throw unclear(environment, among: named, path) }
        return StandInSource(folder: exports(at: meant[0].folder), environment: environment)
    }

    private func snapshotsToServe(in environment: EnvironmentName?) async throws -> StandInSource {
        try await workspace.requireKnown([environment].compactMap(\.self))
        let present = try snapshots(of: environment)
        guard let first = present.first else {
            throw Self.noSnapshots(
                in: workspace.snapshotsPath,
                fix: "take some with `flowdrift snapshot`, or serve exports with --from DIR"
            )
        }
        guard present.count == 1 else {
            let names = present.map(\.environment.text).joined(separator: ", ")
            throw RunFailure.badUsage(
                "\(workspace.snapshotsPath) has several environments; name one with --environment: \(names)"
            )
        }
        return StandInSource(folder: exports(at: first.source.name), environment: first.environment)
    }

    /// The error for a folder with several environments if the user doesn't name exactly one of them.
    private func unclear(
        _ environment: EnvironmentName?,
        among named: [(folder: String, name: EnvironmentName)],
        _ path: String
    ) -> RunFailure {
        let names = Set(named.map(\.name)).sorted()
        let list = names.map(\.text).joined(separator: ", ")
        guard let environment else {
            return .badUsage("--from \(path) has several environments; name one with --environment: \(list)")
        }
        guard names.contains(environment) else {
            let near = environment.nearest(among: names).map { "did you mean '\($0)'?" } ?? "name one of these: \(list)"
            return .badUsage("--environment \(environment): --from \(path) has no such environment; \(near)")
        }
        let folders = named.filter { $0.name == environment }.map(\.folder).joined(separator: ", ")
        return .badUsage("--from \(path) has several folders of '\(environment)'; name one with --from: \(folders)")
    }

    /// The folders of snapshots at or below a path, each of one environment, in order.
    private func snapshotFolders(below path: String) throws(ReadingError) -> [String] {
        guard files.isFolder(path) else { return [] }
        let types = Set(FlowType.known.map(\.name))
        var candidates: [String: String] = [:]
        for file in try files.contents(below: path, without: ExportFolder.foreign).files where file.isNamedAsYAML {
            let folder = file.folderOfFile
            guard types.contains(folder.lastPathComponent) else { continue }
            let root = folder.folderOfFile
            if candidates[root] == nil { candidates[root] = file }
        }
        return candidates.filter { isSnapshot($0.value) }.keys.sorted()
    }

    /// Whether a file is a snapshot, according to its first keys.
    private func isSnapshot(_ file: String) -> Bool {
        guard let bytes = try? files.bytesIfPresent(of: file) else { return false }
        let lines = String(decoding: bytes.prefix(2_000), as: UTF8.self).split(whereSeparator: \.isNewline)
        let keys = lines.lazy.filter { !$0.hasPrefix("#") }.prefix(2)
        return keys.first?.hasPrefix("flowdrift:") ?? false && keys.last?.hasPrefix("flow:") ?? false
    }
}

extension String {
    /// The name of a file or folder without the folders that it is in.
    fileprivate var lastPathComponent: String { split(separator: "/").last.map(String.init) ?? self }
}
