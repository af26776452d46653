import ArgumentParser
import DriftCore
import DriftEngine

/// The options of every command.
struct ProjectOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The settings file.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"])
    )
    var config: String?

    @Option(
        help: ArgumentHelp(
            "The folder of contracts, or one contract; may be given several times.",
            valueName: "path"
        ),
        completion: .file()
    )
    var contracts: [String] = []

    @Option(help: ArgumentHelp("The folder of snapshots.", valueName: "folder"), completion: .directory)
    var snapshots: String?

    // Not an option group of its own: nested groups make a debug build of the parser four times slower.
    @Option(help: .allowPath, completion: .directory)
    var allowPath: [String] = []

    /// The folders of contracts, or single contracts, as messages show them.
    func contractsPaths(in context: Context) -> [String] {
        contracts.isEmpty
            ? [context.upToProject + ContractFolder.defaultPath] : contracts.map(\.withoutTrailingSlash)
    }

    /// The folder for new contracts, which is the first one.
    func contractsPath(in context: Context) -> String { contractsPaths(in: context)[0] }

    func snapshotsPath(in context: Context) -> String {
        snapshots?.withoutTrailingSlash ?? context.upToProject + "snapshots"
    }

    func settingsFile(in context: Context) -> String { config ?? context.upToProject + Workspace.defaultSettingsFile }

    func places(_ others: String?...) -> NamedPlaces { places(others) }

    /// The paths that the user names: those in these options, and `others`, which the command's own options name.
    func places(_ others: [String?]) -> NamedPlaces {
        NamedPlaces(
            settingsFile: config,
            allowed: allowPath,
            named: contracts + ([config, snapshots] + others).compactMap(\.self)
        )
    }

    func workspace(in context: Context) throws -> Workspace { workspace(try settings(in: context), in: context) }

    func workspace(_ settings: Settings, in context: Context) -> Workspace {
        let up = context.upToProject
        let named = settings.contracts.map { ($0.hasPrefix("/") ? "" : up) + $0.withoutTrailingSlash }
        let all = named.isEmpty ? [up + ContractFolder.defaultPath] : named
        return Workspace(
            files: DiskFiles(context: context),
            revision: { (name, folders) throws(ReadingError) in try GitTree(of: name, reading: folders, in: context) },
            contractsPaths: contracts.isEmpty ? all : contractsPaths(in: context).map { context.shortest($0) },
            namesContracts: !contracts.isEmpty || !settings.contracts.isEmpty,
            allContracts: all,
            snapshotsPath: snapshotsPath(in: context),
            settingsFile: settingsFile(in: context),
            settings: settings
        )
    }

    /// Reads the settings, or returns the defaults if the user names no file and the default one doesn't exist.
    func settings(in context: Context) throws -> Settings {
        let file = settingsFile(in: context)
        guard let bytes = try FileReader(context: context).bytesIfPresent(of: file) else {
            guard config == nil else {
                throw RunFailure.couldNotCheck("\(file): there is no such file; name the settings file with --config")
            }
            return Settings()
        }
        return try SettingsReader().settings(bytes, file: file, today: context.today)
    }
}

extension ArgumentHelp {
    static let allowPath = ArgumentHelp(
        "A folder outside the repository that contracts, plans and links may refer to; may be given several times.",
        valueName: "dir"
    )
}
