import ArgumentParser
import DriftCore
import DriftEngine

/// The options for contracts of other repositories.
struct FetchOptions: ParsableArguments {
    @Flag(help: "Fetch the contracts of other repositories again, to bring them up to date.")
    var fetch = false

    @Flag(help: "Connect to no other repository; use what was fetched before.")
    var offline = false

    func validate() throws {
        guard !(fetch && offline) else { throw ValidationError("--fetch and --offline can't be used together") }
    }

    /// The project with the contracts of the other repositories that its settings name.
    ///
    /// - Parameters:
    ///   - project: The options of the project.
    ///   - base: The revision whose settings say which repositories may be fetched, or `nil` for all.
    ///   - context: The execution environment.
    /// - Returns: The project.
    /// - Throws: `ReadingError` or ``RunFailure`` if the settings can't be read.
    func workspace(of project: ProjectOptions, base: String? = nil, in context: Context) throws -> Workspace {
        var workspace = try project.workspace(in: context)
        let remotes = workspace.settings.remotes
        // Whoever names contracts on the command line wants only those.
        guard project.contracts.isEmpty, !remotes.isEmpty else { return workspace }
        var cache = RepositoryCache(context: context, mode: offline ? .nothing : fetch ? .everything : .missing)
        if let base { cache.fetchable = try Self.repositories(at: base, project, in: context) }
        workspace.repositories = RepositoryContracts(
            remotes,
            in: (try? workspace.environments()) ?? [],
            opener: cache
        )
        return workspace
    }

    /// The names of the repositories that the settings of a revision name.
    private static func repositories(
        at revision: String,
        _ project: ProjectOptions,
        in context: Context
    ) throws -> Set<String> {
        let tree = try GitTree(of: revision, reading: [], in: context)
        let file = tree.root + project.settingsFile(in: context)
        guard let bytes = try tree.bytesIfPresent(of: file) else { return [] }
        return Set(try SettingsReader().settings(bytes, file: file).remotes.map(\.repository.name))
    }
}
