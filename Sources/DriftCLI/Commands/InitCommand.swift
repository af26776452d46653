import ArgumentParser
import DriftCore
import DriftEngine
import DriftReports

/// `flowdrift init`: writes the first files of a repository, and says what to do next.
struct InitCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Writes flowdrift.yaml and a job for your CI, and says what to do next.",
        discussion: """
            Examples:
              flowdrift init
              flowdrift init --environment test --environment prod --ci gitlab

            The command asks no questions. It finds environments and regions in snapshots, in environment variables \
            such as GENESYSCLOUD_REGION and PROD_OAUTHCLIENT_ID, and in ~/.gc/config.toml. It finds the CI server by \
            the repository's files. It writes no secret. Existing files stay as they are, so you can run the command \
            again, for instance after the first snapshot.

            Exit status: 0 done, 2 something could not be written.
            """
    )

    @Option(
        help: ArgumentHelp(
            "The name of an environment, which is one org; may be given several times.",
            valueName: "name"
        )
    )
    var environment: [EnvironmentName] = []

    @Option(
        help: ArgumentHelp(
            "A CI server to write a file for: github, gitlab or jenkins; may be given several times.",
            valueName: "server"
        )
    )
    var ci: [CIServer] = []

    @OptionGroup var project: ProjectOptions

    var places: NamedPlaces { project.places() }

    func run(in context: Context) async throws -> RunStatus {
        let repository = Repository(project: project, context: context)
        let search = try OrgSearch(repository: repository, named: environment).found()
        let servers = ci.isEmpty ? CIServer.servers(of: repository) : ci
        var hasWritten = false
        if repository.has(project.settingsFile(in: context)) {
            leave(project.settingsFile(in: context), in: context)
        } else {
            for notice in search.notices { context.printError("notice: \(Printable.text(notice))\n") }
            try FileWriter(context: context).make(
                project.settingsFile(in: context),
                with: SettingsWriter().text(of: search.orgs)
            )
            let names = search.orgs.map(\.name.text).joined(separator: ", ")
            context.print(
                "\(Printable.text(project.settingsFile(in: context))): written, with the environments: \(names)\n"
            )
            hasWritten = true
        }
        if let file = try await firstContract(repository, in: context) {
            try FileWriter(context: context).make(file.path, with: file.text)
            context.print(
                "\(Printable.text(file.path)): written; delete the inputs and outputs that the code doesn't use\n"
            )
            hasWritten = true
        }
        if servers.isEmpty {
            context.printError(
                "notice: no file shows which CI server you use; write a job with --ci, for github, gitlab or jenkins\n"
            )
        }
        var steps: [String] = []
        for server in servers {
            if repository.has(server.file) {
                leave(server.file, in: context)
                continue
            }
            try FileWriter(context: context).make(server.file, with: server.text)
            context.print("\(server.file): written\n")
            steps += server.steps
            hasWritten = true
        }
        let next = NextSteps(repository: repository, settings: try project.settings(in: context)).text(and: steps)
        context.print(next.isEmpty ? "" : "\n" + next)
        if next.isEmpty, !hasWritten { context.print("nothing is left to do; run `flowdrift check`\n") }
        return .inSync
    }

    private func leave(_ file: String, in context: Context) {
        context.print("\(Printable.text(file)): already exists, and stays as it is\n")
    }

    /// The contract of the only flow that code can start.
    ///
    /// It's `nil` if code can start several flows, if there are contracts already, or if there are no snapshots.
    private func firstContract(_ repository: Repository, in context: Context) async throws -> ContractScaffold.File? {
        guard !repository.hasContracts, let environment = try repository.environments().first else { return nil }
        let workspace = repository.workspace
        let finder = try FlowFinder(SourceResolver(workspace))
        let flows = try workspace.snapshots(of: environment).flowSet().flows
        let launchable = flows.filter(\.key.type.isLaunchable)
        guard let flow = launchable.first, launchable.count == 1 else {
            describe(launchable, in: context)
            return nil
        }
        let owners = workspace.files.codeOwners()
        let scaffold = ContractScaffold(project: project, present: [], owners: owners, context: context)
        return try scaffold.file(for: finder.flow(flow.key, in: environment), known: finder.known)
    }

    /// Prints which flows code can start; those with inputs and without triggers come first.
    private func describe(_ flows: [Flow], in context: Context) {
        guard !flows.isEmpty else { return }
        let names = flows.sorted { Self.rank($0) < Self.rank($1) }.prefix(3).map { "\"\($0.key.name)\"" }
        context.print(
            "code can start \(flows.count) of the flows, such as \(Printable.text(names.joined(separator: ", "))); "
                + "write the contract of one with `flowdrift contract NAME`\n"
        )
    }

    private static func rank(_ flow: Flow) -> (Int, Int, String) {
        (flow.inputs.isEmpty ? 1 : 0, flow.triggers.isEmpty ? 0 : 1, flow.key.description)
    }
}
