import ArgumentParser
import DriftCore
import DriftEngine
import DriftReports

/// `flowdrift scan`: finds the launches in source code.
struct ScanCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan",
        abstract: "Finds where source code launches flows, and with which inputs.",
        discussion: """
            Lists each launch with its flow, the inputs mentioned near it, and the contract that covers it. Findings \
            are launches that no contract covers, and names of inputs that no flow has. Without PATH, the command \
            scans the files below the working directory that git tracks or doesn't ignore.

            Examples:
              flowdrift scan
              flowdrift scan --report json
              flowdrift scan --write-contracts
                  writes a first contract for each flow that no contract covers

            Exit status: 0 no finding at or above --fail-on, 1 at least one such finding, 2 a file could not be read, \
            no file was scanned, or, with --strict, the flow of a launch is unknown.
            """
    )

    @Argument(help: ArgumentHelp("The files and folders to scan.", valueName: "path"), completion: .file())
    var paths: [String] = []

    @Flag(help: "Write a first contract for each flow that the code starts and no contract covers.")
    var writeContracts = false

    @OptionGroup var counting: VerdictOptions
    @OptionGroup var before: BaselineOption
    @OptionGroup var reports: ReportArguments
    @OptionGroup var project: ProjectOptions

    var places: NamedPlaces { project.places(paths + [before.baseline]) }

    func run(in context: Context) async throws -> RunStatus {
        try await reports.whateverEnds(settingsFile: project.settingsFile(in: context), in: context) {
            try await scanned(in: context)
        }
    }

    private func scanned(in context: Context) async throws -> RunStatus {
        let workspace = try project.workspace(in: context)
        let known = try before.read(in: context)
        var contracts = workspace.contracts
        contracts.readsRecordings = false
        let reading = await contracts.read()
        let flows = workspace.knownFlows
        var run = ScanRun(
            reading,
            known: flows,
            judge: Judge(severities: workspace.settings.severities),
            tree: workspace.files
        )
        try await run.scan(paths.isEmpty ? ["."] : paths.map(\.withoutTrailingSlash), in: context)
        if flows.isEmpty {
            context.printError("notice: there are no snapshots, so names of inputs are not compared with flows\n")
        }
        let terms = counting.terms(workspace.settings, baseline: known, today: context.today)
        let verdict = run.verdict(terms)
        let status = reports.write(
            verdict,
            settingsFile: project.settingsFile(in: context),
            launches: run.launches,
            in: context
        )
        guard writeContracts else { return status }
        let writer = MentionedContracts(project: project, reading: reading, context: context)
        return try writer.write(run.launchesWithoutContract, workspace) ? status : .couldNotCheck
    }
}
