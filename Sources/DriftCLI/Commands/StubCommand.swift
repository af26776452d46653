import ArgumentParser
import DriftCore
import DriftEngine
import DriftReports
import GenesysStub
import StrictJSON

/// `flowdrift stub`: serves flows as an org would, until the server is stopped or a command ends.
struct StubCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stub",
        abstract: "Runs a local stand-in of the Platform API, which serves flows and answers their launches.",
        discussion: """
            Examples:
              flowdrift stub --from exports --port 8085
              flowdrift snapshot --host http://127.0.0.1:8085 --environment demo
              flowdrift stub --environment prod --record-launches launches.ndjson --run -- npm test
                  runs your tests, and checks and records the launches that they make

            The stand-in uses plain HTTP, accepts any client id and any secret except 'wrong', and runs until you \
            stop it. If `flowdrift lint` would find an error in a launch, the stand-in answers 400 with the reason. \
            The Platform API may answer such a launch in another way.

            With --run, the stand-in runs a command, and stops when the command ends. The command gets the stand-in's \
            address in FLOWDRIFT_STUB_URL, FLOWDRIFT_STUB_HOST and FLOWDRIFT_STUB_PORT. Only the command writes to \
            standard output. Without --run, the stand-in prints `listening on URL` on standard output.

            --fault makes the stand-in fail on purpose. Its value is NAME:VALUE*TIMES@TEXT; only NAME is required. \
            TIMES is how often the fault happens, by default every time. TEXT is in the path and query of the affected \
            requests; by default, all requests below /api are affected. If several faults match a request, only the \
            first one happens. The names and values:
            \(faults)

            Exit status: 0 the stand-in was stopped, 2 there is no flow to serve, or the stand-in can't listen or \
            record. With --run: the command's status; 128 plus the signal's number if a signal ended the command; 126 \
            or 127 if the command can't be started; 1 if the command ended with 0, but a launch was refused that no \
            test expected to be refused.
            """
    )

    @Option(
        help: ArgumentHelp(
            "A folder of exports, snapshots or listings, or one such file; by default the project's snapshots.",
            valueName: "path"
        ),
        completion: .file()
    )
    var from: String?

    @Option(help: ArgumentHelp("The environment to serve, if there are several.", valueName: "name"))
    var environment: EnvironmentName?

    @Option(
        help: ArgumentHelp("The port, or 0 for any free one; by default 8085, or 0 with --run.", valueName: "number")
    )
    var port: UInt16?

    @Option(help: ArgumentHelp("The IPv4 address to listen at; by default 127.0.0.1.", valueName: "address"))
    var listen: String?

    @Option(name: .customLong("host"), help: .hidden)
    var formerListen: String?

    @OptionGroup var launches: LaunchOptions

    @Option(
        name: .customLong("fault"),
        help: ArgumentHelp("A fault, as described above; may be given several times.", valueName: "fault"),
        completion: .list(StubFault.forms.map(\.name))
    )
    var faultTexts: [String] = []

    @Option(
        help: ArgumentHelp(
            "The number of requests per minute before the stand-in answers 429; by default, there is no limit.",
            valueName: "number"
        )
    )
    var rateLimit: Int?

    @OptionGroup var substitutions: SubstitutionOptions
    @OptionGroup var project: ProjectOptions

    @Flag(name: .customLong("run"), help: "Run the command after `--`, and stop when the command ends.")
    var runsCommand = false

    @Flag(help: "With --run, don't fail because a launch was refused.")
    var allowRefused = false

    @Argument(
        parsing: .postTerminator,
        help: ArgumentHelp("The command for --run, with its arguments.", valueName: "command")
    )
    var command: [String] = []

    var places: NamedPlaces { project.places(from, launches.outputs, launches.recordLaunches) }

    func validate() throws {
        guard runsCommand || command.isEmpty else { throw ValidationError("a command after -- requires --run") }
        guard !runsCommand || !command.isEmpty else { throw ValidationError("--run: write the command after --") }
        guard runsCommand || !allowRefused else { throw ValidationError("--allow-refused requires --run") }
        guard listen == nil || formerListen == nil else {
            throw ValidationError("--host is the former name of --listen; use only --listen")
        }
    }

    func run(in context: Context) async throws -> StandInStatus {
        if formerListen != nil { context.printError("notice: --host is now called --listen; use --listen\n") }
        let faults = try Self.faults(faultTexts)
        let command = runsCommand ? ServedCommand(command) : nil
        let workspace = try project.workspace(in: context)
        let resolver = SourceResolver(workspace, substitutions: try substitutions.values())
        let source = try await resolver.standInSource(from: from, in: environment)
        var org = try await Self.org(in: source.folder, context)
        let contracts = await Self.contracts(of: workspace, context)
        let aliases = try launches.aliases(of: org.flows, contracts, in: source.environment)
        for notice in aliases.notices { context.printError("notice: \(Printable.text(notice))\n") }
        org.aliases = aliases.flows
        var settings = try launches.settings(workspace.settings, flows: org.flows, in: context)
        settings.contracts = contracts.byFlow(in: source.environment)
        let recording = try launches.recording(in: context)
        let log = LaunchLog(recording, showingRefusals: command == nil, say: context.printError)
        settings.report = { log.take($0) }
        let counts = "\(Self.count(org.flows, "flow")) and \(Self.count(org.triggers, "trigger"))"
        let standIn = StandIn(
            server: StubServer(
                org,
                faults: faults,
                port: port ?? (runsCommand ? 0 : 8085),
                host: listen ?? formerListen ?? "127.0.0.1",
                rateLimit: rateLimit,
                launches: settings
            ),
            recording: recording,
            log: log,
            context: context,
            subject: "\(counts) from \(Printable.text(source.folder.path))"
        )
        guard let command else { return try await standIn.serveUntilStopped() }
        let isLenient = allowRefused || launches.judging == .accept
        return try await standIn.serve(command, self.command[0], failingOnRefusals: !isLenient)
    }

    private static func count(_ things: [some Any], _ name: String) -> String {
        "\(things.count) \(name)" + (things.count == 1 ? "" : "s")
    }

    private static func faults(_ texts: [String]) throws -> [StubFault] {
        try texts.map { text in
            guard let fault = StubFault(text) else {
                let names = StubFault.forms.map(\.name).joined(separator: ", ")
                throw RunFailure.badUsage(
                    "--fault \(Printable.text(text)): write NAME:VALUE*TIMES@TEXT, where NAME is one of \(names)"
                )
            }
            return fault
        }
    }

    /// The org of a folder of exports.
    static func org(in folder: ExportFolder, _ context: Context) async throws -> StubOrg {
        let (set, files) = try await folder.flowSetWithFiles()
        for notice in set.notices {
            context.printError("notice: " + Printable.text(notice.description) + "\n")
        }
        for problem in set.problems {
            context.printError("error: " + Printable.text(problem.description) + "\n")
        }
        let reader = FlowFileReader(substitutions: folder.substitutions)
        let org = try StubOrg(set, files: files, reader: reader, topics: EventCatalogue.embedded.topics)
        guard !org.flows.isEmpty || !org.triggers.isEmpty else {
            throw RunFailure.couldNotCheck("\(Printable.text(folder.path)): no flow to serve was found in it")
        }
        return org
    }

    /// The project's contracts; a contract that can't be read only causes a notice.
    private static func contracts(of workspace: Workspace, _ context: Context) async -> [Contract] {
        var folder = workspace.contracts
        folder.readsRecordings = false
        let reading = await folder.read()
        for problem in reading.problems where !ContractFolder.isNothing(problem) {
            context.printError("notice: \(Printable.text(problem.description))\n")
        }
        return reading.contracts
    }

    private static let faults = StubFault.forms.map { form in
        let name = form.name + (form.value.map { ":" + $0 } ?? "")
        let (width, room) = (31, 46)
        var lines = [""]
        for word in form.summary.split(separator: " ") {
            if lines[lines.count - 1].count + word.count >= room { lines.append("") }
            lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
        }
        return "  " + name.padding(to: width) + lines.joined(separator: "\n  " + "".padding(to: width))
    }
    .joined(separator: "\n")
}

extension String {
    /// The text with blanks after it, up to a width.
    fileprivate func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(1, width - count))
    }
}
