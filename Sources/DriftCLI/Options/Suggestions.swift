import ArgumentParser
import DriftCore
import DriftEngine
import Foundation

/// The completions that a shell offers, from the names in the repository's files.
///
/// The completions never fail or print: if the files can't be read, the shell offers nothing.
enum Suggestions {
    /// The environments in flowdrift.yaml, and those that have snapshots.
    static let environments = CompletionKind.custom { _, _, _ in
        names(in: .quiet).map(\.text)
    }

    /// The flows that have a snapshot, as `workflow/Callback Request`.
    static let flows = CompletionKind.custom { _, _, _ in
        let workspace = ProjectOptions.standard.workspace(Settings(), in: .quiet)
        guard let finder = try? FlowFinder(SourceResolver(workspace)) else { return [] }
        return Set(finder.known.values.joined()).sorted().map(\.description)
    }

    /// The names of the contracts in the default folder.
    static let contracts = CompletionKind.custom { _, _, _ in
        let tree = DiskFiles(context: .quiet)
        let files = ((try? tree.files(below: ContractFolder.defaultPath)) ?? []).filter(\.isNamedAsYAML)
        let heads = files.compactMap { file in
            (try? tree.bytes(of: file)).flatMap { ContractReader().head($0, file: file) }
        }
        return Set(heads.map(\.name)).subtracting([""]).sorted()
    }

    /// The environments, and the other forms in which a user can name a source.
    static let sources = CompletionKind.custom { _, _, _ in
        let context = Context.quiet
        let folders = FolderWalk(context: context).foldersInSight(in: ".")
        return names(in: context).map(\.text) + ["live", "git:HEAD"] + folders
    }

    private static func names(in context: Context) -> [EnvironmentName] {
        let project = ProjectOptions.standard
        let settings = try? project.settings(in: context)
        let present = try? project.workspace(Settings(), in: context).environmentsWithSnapshots()
        return Set((settings?.environments ?? []) + (present ?? [])).sorted()
    }
}

extension ProjectOptions {
    /// The options' values if the command line gives none of these options.
    static var standard: ProjectOptions {
        var options = ProjectOptions()
        (options.config, options.contracts, options.snapshots) = (nil, [], nil)
        return options
    }
}

extension Context {
    /// The environment of the process, without any output.
    fileprivate static var quiet: Context {
        Context(
            workingFolder: FileManager.default.currentDirectoryPath,
            variables: ProcessInfo.processInfo.environment,
            isTerminal: false,
            isErrorTerminal: false,
            print: { _ in },
            printError: { _ in }
        )
    }
}
