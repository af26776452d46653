import ArgumentParser
import DriftCore
import DriftEngine
import DriftReports

/// `flowdrift contract`: writes a first contract of a flow; a person then deletes what the code doesn't use.
struct ContractCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contract",
        abstract: "Writes a contract from the snapshot of a flow, or from launches that the code's tests made.",
        discussion: """
            Examples:
              flowdrift contract "Callback Request"
              flowdrift contract "workflow/Callback Request" --environment prod --output -
              flowdrift contract --from-launches launches.ndjson
                  writes a contract for each flow that the recorded launches start
              flowdrift contract "Order Status" --from-launches launches.ndjson request.json

            The first example writes specs/callback-request.yaml. The command never replaces an existing file. It \
            comments out the inputs that the code need not send: those that the flow never reads, and those that a \
            trigger's event fills.

            With --from-launches, a contract has the inputs that accepted launches send. The files may be recordings \
            of `flowdrift stub`, HAR files, Postman collections and JSON bodies. An existing contract \
            gets the inputs that it lacks, and the types and `sent` that the launches require. The rest of the file \
            stays as it is. A new contract lists the recordings, and from then on `flowdrift check` compares the \
            contract with them.

            Exit status: 0 written or unchanged; 2 nothing was written, because the flow is unknown, a contract \
            already exists, or the launches contradict each other or the contract.
            """
    )

    @Argument(
        help: ArgumentHelp(
            "The flow: its name, its type and name, or its id; with --from-launches, other flows are ignored.",
            valueName: "flow"
        ),
        completion: Suggestions.flows
    )
    var flow: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Write or update contracts from the launches in these files; - means standard input.",
            valueName: "file"
        ),
        completion: .file()
    )
    var fromLaunches: [String] = []

    @Option(
        help: ArgumentHelp(
            "The environment whose snapshot is read; by default, the first environment that has the flow.",
            valueName: "name"
        )
    )
    var environment: EnvironmentName?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to write; - prints the contract instead.", valueName: "file"),
        completion: .file()
    )
    var output: String?

    @OptionGroup var project: ProjectOptions

    var places: NamedPlaces { project.places([output] + fromLaunches.map(Optional.some)) }

    func validate() throws {
        guard flow != nil || !fromLaunches.isEmpty else {
            throw ValidationError("Missing expected argument '<flow>'; name a flow, or files with --from-launches")
        }
        guard fromLaunches.count(where: { $0 == "-" }) < 2 else {
            throw ValidationError("standard input (-) can be named only once")
        }
    }

    func run(in context: Context) async throws -> RunStatus {
        guard fromLaunches.isEmpty, let flow else {
            let contracts = LaunchedContracts(
                files: fromLaunches,
                flow: flow,
                environment: environment,
                output: output,
                project: project,
                context: context
            )
            return try await contracts.write()
        }
        return try await draft(of: flow, in: context)
    }

    /// Drafts a contract from a flow's snapshot.
    private func draft(of flow: String, in context: Context) async throws -> RunStatus {
        // The settings aren't needed, but a settings file that the user names must be readable.
        let workspace = try project.workspace(in: context)
        try await workspace.requireKnown([environment].compactMap(\.self))
        let finder = try FlowFinder(SourceResolver(workspace))
        let found = try finder.flow(flow, in: environment)
        let reading = await workspace.contracts.read()
        for problem in reading.problems where !ContractFolder.isNothing(problem) {
            context.printError("error: \(Printable.text(problem.description))\n")
        }
        if output == "-" {
            let scaffold = ContractScaffold(project: project, present: [], owners: reading.owners, context: context)
            context.print(try scaffold.file(for: found, known: finder.known, at: "-").text)
            return .inSync
        }
        let scaffold = ContractScaffold(
            project: project,
            present: reading.contracts,
            owners: reading.owners,
            context: context
        )
        if let contract = scaffold.contract(of: found.flow.key, in: finder.known.keys) {
            let place = Place(file: contract.file, position: contract.position)
            throw RunFailure.couldNotCheck(
                Printable.text(
                    "\(place): contract '\(contract.name)' already covers '\(found.flow.key)', so nothing was written; "
                        + "print a new contract with `--output -`"
                )
            )
        }
        let file = try scaffold.file(for: found, known: finder.known, at: output)
        try FileWriter(context: context).make(file.path, with: file.text)
        context.print(Printable.text("\(file.path): written, from \(found.file)") + "\n")
        context.printError(
            "next: delete the inputs and outputs that the code doesn't use, then run `flowdrift check`\n"
        )
        return .inSync
    }
}
