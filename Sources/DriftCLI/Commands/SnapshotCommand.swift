import ArgumentParser
import DriftCore
import DriftReports

/// `flowdrift snapshot`: reads flows and writes their interface under `snapshots/`.
struct SnapshotCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "snapshot",
        abstract: "Reads flows and writes snapshots of their inputs, outputs and triggers.",
        discussion: """
            Example:
              flowdrift snapshot --from exports --environment prod

            The folder may hold Archy YAML, .i3 exports, and configurations, flow listings and trigger listings as \
            the API returns them. A flow that is gone loses its snapshot; with a filter in flowdrift.yaml nothing \
            outside the filter is touched.
            """
    )

    @Option(help: ArgumentHelp("Where the flows come from: a folder of exports, or one export.", valueName: "path"))
    var from: String

    @Option(help: ArgumentHelp("The environment that they are of.", valueName: "name"))
    var environment: EnvironmentName?

    @OptionGroup var substitutions: SubstitutionOptions

    @Flag(help: "Write nothing, and exit 1 if an interface would change.")
    var check = false

    @OptionGroup var project: ProjectOptions

    func run(in context: Context) async throws -> RunStatus {
        let settings = try project.settings(in: context)
        let environment = try onlyEnvironment(settings)
        let folder = project.snapshotsPath + "/" + environment.text
        let set = try await ExportFolder(
            path: from.withoutTrailingSlash,
            context: context,
            substitutions: substitutions.values()
        )
        .flowSet()
        show(set, in: context)
        guard !set.flows.isEmpty else {
            throw CommandFailure.couldNotCheck(
                "\(Printable.text(from)): no flow was found there, so nothing was written; is it a folder of flow exports?"
            )
        }
        let snapshots = SnapshotFolder(folder: folder, context: context)
        let plan = try snapshots.plan(for: set, filter: settings.flows)
        context.print(SnapshotText(plan: plan, folder: folder, isCheck: check, isComplete: set.problems.isEmpty).text)
        if !check { try snapshots.carryOut(plan) }
        if check, plan.changes.contains(where: \.changesInterface) { return .drift }
        return set.problems.isEmpty ? .inSync : .couldNotCheck
    }

    private func onlyEnvironment(_ settings: Settings) throws -> EnvironmentName {
        if let environment { return environment }
        let known = settings.environments ?? []
        guard known.count == 1, let only = known.first else {
            let names = known.isEmpty ? "" : ", one of \(known.map(\.text).joined(separator: ", "))"
            throw CommandFailure.badUsage("name the environment that the flows are of with --environment\(names)")
        }
        return only
    }

    private func show(_ set: FlowSet, in context: Context) {
        for notice in set.notices {
            context.printError("notice: \(Printable.text(notice.description))\n")
        }
        for problem in set.problems {
            context.printError("error: " + Printable.text(problem.description) + "\n")
        }
    }
}

/// The values for the placeholders of flow files.
struct SubstitutionOptions: ParsableArguments {
    @Option(
        name: .customLong("set"),
        help: ArgumentHelp("A value for a {{placeholder}} of Archy YAML.", valueName: "key=value")
    )
    var pairs: [String] = []

    /// The values by key.
    func values() throws -> [String: String] {
        var values: [String: String] = [:]
        for pair in pairs {
            guard let sign = pair.firstIndex(of: "="), sign != pair.startIndex else {
                throw CommandFailure.badUsage(
                    "--set \(pair): write the placeholder's key and its value, --set key=value"
                )
            }
            values[String(pair[..<sign])] = String(pair[pair.index(after: sign)...])
        }
        return values
    }
}
