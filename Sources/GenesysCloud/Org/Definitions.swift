import DriftCore

/// The interfaces of the wanted flows, and the problems with those that couldn't be read.
struct Definitions: Sendable {
    /// The published flows, by type and name, without triggers.
    var flows: [FlowKey: Flow] = [:]

    /// The drafts, sorted by type and name.
    var drafts: [LiveReading.Draft] = []

    /// The flows that couldn't be read, sorted by type and name.
    var unread: [FlowKey] = []

    var configurationCount = 0
    var problems: [ReadingError] = []

    mutating func add(_ outcome: ConfigurationOutcome, of wanted: WantedConfiguration) {
        if case .read(let flow) = outcome {
            configurationCount += 1
            switch wanted.kind {
            case .published: flows[flow.key] = flow
            case .draft(let version): drafts.append(LiveReading.Draft(flow: flow, version: version))
            }
            return
        }
        if wanted.kind == .published { unread.append(wanted.entry.key) }
        if case .failed(let error) = outcome { problems.append(wanted.problem(error)) }
    }
}

extension LiveOrg {
    /// Reads the configurations of flows whose interface isn't in the snapshots, and of flows to read again.
    func definitions(of survey: Survey) async -> Definitions {
        var result = Definitions()
        var wanted: [WantedConfiguration] = []
        let readAnew = survey.readAnew
        var keptCount = 0
        for listed in survey.selected {
            let entry = listed.entry
            let isTrusted = entry.id.map { !readAnew.contains($0) } ?? false
            if entry.availability == .unpublished {
                let known = survey.request.known[entry.key]?.flow(asUnpublished: entry)
                result.flows[entry.key] = known ?? Flow(unpublished: entry)
            } else if isTrusted, let flow = survey.request.known[entry.key]?.flow(asListed: entry) {
                result.flows[entry.key] = flow
            } else if survey.request.rereading != .all, let flow = survey.request.kept?.flow(entry) {
                result.flows[entry.key] = flow
                keptCount += 1
            } else {
                wanted.append(WantedConfiguration(entry: entry, kind: .published))
            }
            if survey.request.readsDrafts, let version = listed.draftVersion {
                wanted.append(WantedConfiguration(entry: entry, kind: .draft(version)))
            }
        }
        if keptCount > 0 { client.progress(.kept(count: keptCount)) }
        guard !wanted.isEmpty else { return result }
        let fetch = ConfigurationFetch(client: client, width: width, kept: survey.request.kept)
        let outcomes = await fetch.outcomes(of: wanted)
        for (wanted, outcome) in zip(wanted, outcomes) { result.add(outcome, of: wanted) }
        let left = zip(wanted, outcomes).filter { $1.isNotAsked }.map { $0.0.entry.key }
        if !left.isEmpty { result.problems.append(notAsked(left)) }
        return result
    }

    private func notAsked(_ keys: [FlowKey]) -> ReadingError {
        let keys = Set(keys).sorted()
        let names = keys.prefix(10).map { "'\($0)'" }.joined(separator: ", ")
        let rest = keys.count > 10 ? " and \(keys.count - 10) more" : ""
        return ReadingError(
            "The org stopped answering, so flowdrift did not ask for the remaining flows: \(names)\(rest)",
            at: Place(file: client.host.apiURL),
            fix: "run the command again"
        )
    }
}

extension Flow {
    /// Makes a flow that was never published: nothing can start it, so it has no interface.
    fileprivate init(unpublished entry: FlowEntry) {
        self.init(key: entry.key, id: entry.id, division: entry.division, availability: entry.availability)
    }
}
