import ArgumentParser
import DriftCore
import DriftEngine
import DriftReports

/// `flowdrift callers`: says who calls a flow, and who passes one of its inputs.
struct CallersCommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "callers",
        abstract: "Lists who calls a flow: contracts, triggers, data actions, other flows and code.",
        discussion: """
            Ask it before you change a flow: everyone in the list may break. The callers of a caller are below it, so \
            a chain such as inbound flow, data action, workflow is shown as a whole. With INPUT it lists only callers \
            that pass the input, or may pass it.

            Examples:
              flowdrift callers
                  each flow with the number of its callers
              flowdrift callers "Callback Request"
                  the callers of one flow, with place and owner
              flowdrift callers "Callback Request" Flow.callerNumber
                  whom a rename of the input breaks
              flowdrift callers --as mermaid
                  a drawing of who calls what

            Exit status: 0 the callers are listed, 2 something could not be read, or there is no such flow.
            """
    )

    enum Form: String, CaseIterable, ExpressibleByArgument {
        case text, json, dot, mermaid
    }

    @Argument(help: ArgumentHelp("The flow: a name, or a type and name as in workflow/Name.", valueName: "flow"))
    var flow: String?

    @Argument(help: ArgumentHelp("One of the flow's inputs.", valueName: "input"))
    var input: String?

    @Option(
        help: ArgumentHelp("The environment; by default all. May be given several times.", valueName: "name")
    )
    var environment: [EnvironmentName] = []

    @Option(
        help: ArgumentHelp(
            "The source of the flows: exports, git:REV or plan:FILE; by default the snapshots.",
            valueName: "source"
        )
    )
    var from: SourceName?

    @Option(name: .customLong("as"), help: ArgumentHelp("The form: text, json, dot or mermaid.", valueName: "form"))
    var form = Form.text

    @OptionGroup var fetching: FetchOptions
    @OptionGroup var project: ProjectOptions

    var places: NamedPlaces { project.places([from?.file]) }

    func validate() throws {
        guard from == nil || environment.count < 2 else {
            throw ValidationError("--from provides the flows of one environment; give --environment only once")
        }
        if case .live? = from {
            throw ValidationError(
                "--from live: `callers` can't read an org; run `flowdrift snapshot` first, and leave out --from"
            )
        }
        guard input == nil || form == .text || form == .json else {
            throw ValidationError("INPUT is allowed only with --as text or --as json")
        }
    }

    func run(in context: Context) async throws -> RunStatus {
        let workspace = try fetching.workspace(of: project, in: context)
        let reading = await workspace.contracts.read()
        // The code here is that of this repository.
        var own = reading
        own.contracts.removeAll { $0.source != nil }
        var scan = ScanRun(own, known: workspace.knownFlows, judge: Judge(), tree: workspace.files)
        try await scan.scan(["."], in: context)
        let search = CallerSearch(SourceResolver(workspace), from: from, in: environment)
        let found = try await search.callers(reading, launches: scan.launches)
        let key = try flow.map { try self.key(named: $0, in: found) }
        if let input, let key { try requireInput(input, of: key, in: found) }
        for remark in reading.remarks { context.printError("notice: \(Printable.text(remark.text))\n") }
        for notice in found.notices { context.printError("notice: \(Printable.text(notice.description))\n") }
        for problem in found.problems { context.printError("error: \(Printable.text(problem.description))\n") }
        context.print(text(of: found, key, in: context))
        return found.problems.isEmpty ? .inSync : .couldNotCheck
    }

    private func text(of found: CallerSearch.Found, _ flow: FlowKey?, in context: Context) -> String {
        switch form {
        case .json:
            return CallersJSON(problems: found.problems).text(of: found.graphs, flow: flow, input: input)
        case .dot: return CallersDiagram(of: found.graphs, flow: flow).dot
        case .mermaid: return CallersDiagram(of: found.graphs, flow: flow).mermaid
        case .text:
            let text = CallersText(style: context.style)
            guard let flow else { return found.graphs.map { text.text(of: $0) }.joined(separator: "\n") }
            return found.graphs.filter { $0.flows.contains(flow) }.map {
                text.text(of: flow, passing: input, in: $0, isComplete: found.problems.isEmpty)
            }
            .joined(separator: "\n")
        }
    }

    /// Requires that a flow has an input, or that a caller passes it.
    ///
    /// - Throws: ``RunFailure`` if a misspelt name would look like an input that nobody passes.
    private func requireInput(_ input: String, of flow: FlowKey, in found: CallerSearch.Found) throws {
        let known = found.graphs.map { $0.inputs(of: flow) }
        let names = known.compactMap(\.self).flatMap(\.self)
        let isPassed = found.graphs.contains { graph in
            graph.callers(of: flow).contains { $0.passes(input) == .yes }
        }
        guard !isPassed, !known.contains(nil), !names.contains(where: { VariableName.areAlike($0, input) }) else {
            return
        }
        let near = NearName.best(for: input, among: Set(names))
        throw RunFailure.couldNotCheck(
            "'\(flow)' has no input '\(input)', and no caller passes it"
                + (near.map { "; did you mean '\($0)'?" } ?? "")
        )
    }

    /// The flow that the user names.
    ///
    /// - Throws: ``RunFailure`` if no flow has the name, or if flows of several types have it.
    private func key(named text: String, in found: CallerSearch.Found) throws -> FlowKey {
        let named = Set(found.graphs.flatMap { $0.flows(named: text) }).sorted()
        guard named.count < 2 else {
            let list = named.map { "'\($0)'" }.joined(separator: ", ")
            throw RunFailure.badUsage("'\(text)' is one of \(list); name it with its type")
        }
        if let key = named.first { return key }
        let all = Set(found.graphs.flatMap(\.flows)).sorted()
        let near = FlowKey.nearest(to: text, among: all).map { "did you mean '\($0)'?" }
        throw RunFailure.couldNotCheck(
            "no flow '\(Printable.text(text))' is known; " + (near ?? "`flowdrift callers` lists the known flows")
        )
    }
}
