import ArgumentParser
import DriftCore

/// The program: a collection of commands.
struct FlowdriftCommand: ParsableCommand {
    /// The program's version.
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "flowdrift",
        abstract: "Fails a build when code and Genesys Cloud Architect flows drift apart.",
        discussion: """
            Examples:
              flowdrift init
                  the first files, and what to do next
              flowdrift snapshot --from exports --environment prod
                  flows as YAML, to commit
              flowdrift check
                  contracts against snapshots
              flowdrift --generate-completion-script bash
                  completions, also for zsh and fish

            Exit status:
              0   nothing at or over --fail-on
              1   drift, even if something else could not be checked
              2   no drift found, but something was not read, or nothing was judged
              64  the command was called in a way it does not know
            """,
        version: version,
        subcommands: [
            InitCommand.self, SnapshotCommand.self, ContractCommand.self, CheckCommand.self, LintCommand.self,
            WaiveCommand.self, DiffCommand.self, GateCommand.self, PlanCommand.self, RulesCommand.self,
            DoctorCommand.self,
            StubCommand.self,
        ]
    )
}

/// A command that can run: in the process's world, or in a test's.
protocol RunnableCommand: ParsableCommand, Sendable {
    /// The paths that the command line names, which may be outside the repository.
    var places: NamedPlaces { get }

    /// Runs the command.
    ///
    /// - Throws: ``CommandFailure`` where the command ends before it could give a verdict.
    func run(in context: Context) async throws -> RunStatus
}

extension ArgumentHelp {
    /// What `--allow-path` does.
    static let allowPath = ArgumentHelp(
        "A folder outside the repository that contracts, plans and links may name; may be given several times.",
        valueName: "dir"
    )
}

/// The options that every command takes.
struct ProjectOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The settings.", valueName: "file"), completion: .file(extensions: ["yaml", "yml"]))
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

    // An option of its own in each command: groups in groups take a debug build of the parser four times as long.
    @Option(help: .allowPath, completion: .directory)
    var allowPath: [String] = []

    /// The settings' file where no other is named.
    static let defaultConfig = "flowdrift.yaml"

    /// The contracts' folder where no other is named.
    static let defaultContracts = "specs"

    /// The folders of contracts, or single contracts, as messages give them.
    var contractsPaths: [String] { contracts.isEmpty ? [Self.defaultContracts] : contracts.map(\.withoutTrailingSlash) }

    /// The folder into which a contract is written: the first one.
    var contractsPath: String { contractsPaths[0] }

    /// The snapshots' folder as messages give it.
    var snapshotsPath: String { snapshots?.withoutTrailingSlash ?? "snapshots" }

    /// The settings' file as messages give it.
    var settingsFile: String { config ?? Self.defaultConfig }

    /// The paths that these options name, and others of the command's.
    func places(_ others: String?...) -> NamedPlaces { places(others) }

    /// The paths that these options name, and others of the command's.
    func places(_ others: [String?]) -> NamedPlaces {
        NamedPlaces(
            settingsFile: settingsFile,
            allowed: allowPath,
            named: contracts + ([config, snapshots] + others).compactMap(\.self)
        )
    }

    /// Reads the settings; those of an empty file where no file is named and there is none.
    func settings(in context: Context) throws -> Settings {
        let file = settingsFile
        guard let bytes = try FileReader(context: context).bytesIfPresent(of: file) else {
            guard config == nil else {
                throw CommandFailure.couldNotCheck("\(file): there is no such file; name the settings with --config")
            }
            return Settings()
        }
        return try SettingsReader().settings(bytes, file: file, today: context.today)
    }
}

extension String {
    /// The folder of a file, `.` for one without a folder.
    var folderOfFile: String { lastIndex(of: "/").map { $0 == startIndex ? "/" : String(self[..<$0]) } ?? "." }

    /// The path without slashes at its end, unless it is the root.
    var withoutTrailingSlash: String {
        var path = self[...]
        while path.count > 1, path.last == "/" { path = path.dropLast() }
        return String(path)
    }
}
