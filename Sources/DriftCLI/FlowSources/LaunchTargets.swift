import DriftCore
import DriftReports
import SourceText

/// The flows that a request may start: those of a folder of exports, or of the snapshots of each environment.
struct LaunchTargets {
    private let settings: Settings
    private let targets: [Target]

    /// What of the exports could not be read; empty for snapshots.
    var problems: [ReadingError] = []

    /// What a user should know of the exports.
    var notices: [FlowSet.Notice] = []

    /// One environment with the flows that are known to exist there, and how to read one.
    private struct Target {
        let name: EnvironmentName?
        let entries: [FlowEntry]

        /// What keeps the entries from being all that there are; `nil` if nothing does.
        let incompleteness: ReadingError?
        let flow: @Sendable (FlowKey) throws(ReadingError) -> Flow?

        /// The flows that exist, also where no index lists them.
        let keys: @Sendable () throws(ReadingError) -> [FlowKey]
    }

    /// Reads the indexes of the environments that have snapshots.
    ///
    /// - Parameters:
    ///   - project: Where the snapshots are.
    ///   - settings: The settings.
    ///   - environment: The one to look at; nil for all.
    ///   - context: The world.
    /// - Throws: `ReadingError` where there are no snapshots of it, or an index cannot be read.
    init(
        snapshotsOf project: ProjectOptions,
        settings: Settings,
        environment: EnvironmentName?,
        in context: Context
    ) throws(ReadingError) {
        self.settings = settings
        let present = try project.environmentsWithSnapshots(in: context)
        if let environment, !present.contains(environment) {
            throw ReadingError(
                "Environment '\(environment)' has no snapshots",
                at: Place(file: project.snapshotsPath),
                wayOut: "take them with `flowdrift snapshot --environment \(environment)`, or name exports with --from"
            )
        }
        var targets: [Target] = []
        for name in present where environment == nil || name == environment {
            let source = project.snapshots(of: name, in: context)
            let index = try source.index()
            let entries = index.flows.map(\.entry) + index.listed
            targets.append(
                Target(name: name, entries: entries, incompleteness: try source.incompleteness()) {
                    (key) throws(ReadingError) in
                    let flow = try source.flow(key)
                    if let problem = flow?.staleness { throw problem }
                    return flow
                } keys: { () throws(ReadingError) in
                    entries.isEmpty ? try source.flowSet().flows.map(\.key) : entries.map(\.key)
                }
            )
        }
        self.targets = targets
    }

    /// Takes the flows of a folder of exports, which need belong to no environment.
    init(exports set: FlowSet, settings: Settings, environment: EnvironmentName?) {
        self.settings = settings
        let own = Set(set.entries.map(\.key))
        let entries = set.entries + set.flows.filter { !own.contains($0.key) }.map(\.entry)
        let flows = Dictionary(set.flows.map { ($0.key, $0) }) { first, _ in first }
        targets = [
            Target(name: environment, entries: entries, incompleteness: nil) {
                flows[$0]
            } keys: {
                entries.map(\.key)
            }
        ]
        problems = set.problems
        notices = set.notices
    }

    /// The flow that a user names.
    ///
    /// - Parameter text: `workflow/Callback Request`, or the name alone where only one flow has it.
    /// - Returns: The flow; nil where it is not found and some of the exports could not be read.
    /// - Throws: ``CommandFailure`` where there is none, or several; ``ReadingError`` where it cannot be read.
    func key(of text: String) throws -> FlowKey? {
        if let key = FlowKey(text) {
            for target in targets where try target.flow(key) != nil { return key }
        }
        let keys = Set(try targets.flatMap { target throws(ReadingError) in try target.keys() }).sorted()
        let named = keys.filter { $0.name == text || $0.description == text }
        guard named.count < 2 else {
            let list = named.map { "'\($0)'" }.joined(separator: ", ")
            throw CommandFailure.badUsage(Printable.text("'\(text)' is one of \(list); name it with its type"))
        }
        if let key = named.first {
            for target in targets where try target.flow(key) != nil { return key }
        }
        guard problems.isEmpty else { return nil }
        throw notFound(text, isListed: !named.isEmpty, among: keys)
    }

    private func notFound(_ text: String, isListed: Bool, among keys: [FlowKey]) -> CommandFailure {
        let wayOut = "take a snapshot with `flowdrift snapshot`, or name its export with --from"
        guard !isListed else {
            return .couldNotCheck(
                Printable.text("'\(text)' is listed, and its inputs could not be read; \(wayOut)")
            )
        }
        let near = FlowKey.nearest(to: text, among: keys).map { "did you mean '\($0)'?" }
        let all = keys.prefix(10).map { "'\($0)'" }.joined(separator: ", ") + (keys.count > 10 ? ", …" : "")
        return .couldNotCheck(
            Printable.text("no flow '\(text)' is known; " + (near ?? (keys.isEmpty ? wayOut : "there is \(all)")))
        )
    }

    /// What a request is judged by: the flow that the user names, or the one that has its id, or the one that it names.
    ///
    /// Where several environments have the flow, the one that knows the id counts, or else the first.
    func surroundings(flow key: FlowKey?, for sent: RequestComparison) throws(ReadingError) -> RequestSurroundings {
        let id = sent.flowIDSent
        let knowing = targets.filter { target in id != nil && target.entries.contains { $0.id == id } }
        for target in knowing + targets {
            let meant = target.entries.first { id != nil && $0.id == id } ?? sent.namedFlow(among: target.entries)
            guard let wanted = key ?? meant?.key, let flow = try target.flow(wanted) else { continue }
            return surroundings(flow: flow, target.entries, target.name)
        }
        // Whether a flow that isn't there exists, only a whole index tells.
        if id != nil, knowing.isEmpty, let problem = targets.compactMap(\.incompleteness).first { throw problem }
        let only = targets.count == 1 ? targets.first?.name : nil
        return surroundings(flow: nil, targets.flatMap(\.entries), only)
    }

    private func surroundings(
        flow: Flow?,
        _ entries: [FlowEntry],
        _ environment: EnvironmentName?
    ) -> RequestSurroundings {
        let region = environment.flatMap { settings.orgs[$0]?.region }
        return RequestSurroundings(
            flow: flow,
            entries: entries,
            hosts: settings.hosts,
            ownHost: region.flatMap(RegionDomains.apiHost),
            environment: environment
        )
    }
}
