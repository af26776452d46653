import ArgumentParser
import DriftCore
import DriftEngine
import DriftReports
import GenesysStub

/// `flowdrift stub`: serves a folder as an org, until it is stopped.
struct StubCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stub",
        abstract: "Serves a folder of exports, snapshots or listings as an org: a local stand-in of the Platform API.",
        discussion: """
            Examples:
              flowdrift stub --from exports --port 8085
              flowdrift snapshot --host http://127.0.0.1:8085 --environment demo

            It speaks plain HTTP, takes any client's id and any secret but 'wrong', and runs until it is stopped. A \
            fault is NAME:VALUE*TIMES@TEXT, all but the name optional; it hits each request whose path and query \
            hold the text, or each one below /api, and of several that fit the first happens:
            \(faults)

            Exit status: 0 stopped, 2 there is nothing to serve, or no way to listen.
            """
    )

    @Option(
        help: ArgumentHelp("A folder of exports, snapshots or listings, or one such file.", valueName: "path"),
        completion: .file()
    )
    var from: String

    @Option(help: ArgumentHelp("The port; 0 for any that is free.", valueName: "number"))
    var port: UInt16 = 8085

    @Option(help: ArgumentHelp("The IPv4 address to listen at.", valueName: "address"))
    var host = "127.0.0.1"

    @Option(
        name: .customLong("fault"),
        help: ArgumentHelp("A way to fail on purpose.", valueName: "fault"),
        completion: .list(StubFault.forms.map(\.name))
    )
    var faultTexts: [String] = []

    @Option(help: ArgumentHelp("The requests that a minute has before 429; no limit without.", valueName: "number"))
    var rateLimit: Int?

    @OptionGroup var substitutions: SubstitutionOptions

    @Option(help: .allowPath, completion: .directory)
    var allowPath: [String] = []

    var places: NamedPlaces { NamedPlaces(allowed: allowPath, named: [from]) }

    func run(in context: Context) async throws -> RunStatus {
        let faults = try faultTexts.map { text in
            guard let fault = StubFault(text) else {
                let names = StubFault.forms.map(\.name).joined(separator: ", ")
                throw RunFailure.badUsage(
                    "--fault \(Printable.text(text)): write NAME:VALUE*TIMES@TEXT, where NAME is one of \(names)"
                )
            }
            return fault
        }
        let values = try substitutions.values()
        let workspace = ProjectOptions.standard.workspace(Settings(), in: context)
        let org = try await Self.org(in: SourceResolver(workspace, substitutions: values).exports(at: from), context)
        let server = StubServer(org, faults: faults, port: port, host: host, rateLimit: rateLimit)
        do {
            let url = try await server.start()
            let counts = "\(Self.count(org.flows, "flow")) and \(Self.count(org.triggers, "trigger"))"
            context.printError("\(url) serves \(counts) from \(Printable.text(from))\n")
        } catch {
            throw RunFailure.couldNotCheck(error.description)
        }
        await StopSignal.wait()
        await server.stop()
        return .inSync
    }

    private static func count(_ things: [some Any], _ name: String) -> String {
        "\(things.count) \(name)" + (things.count == 1 ? "" : "s")
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
            throw RunFailure.couldNotCheck("\(Printable.text(folder.path)): there is no flow there to serve")
        }
        return org
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
