package import DriftCore

/// Finds the flow that each launch of some files starts, and whether the launch was accepted.
package struct LaunchSearch {
    private let finder: FlowFinder
    private let targets: LaunchTargets
    private let contracts: [Contract]
    private let judge: Judge
    private let environment: EnvironmentName?

    /// What identifies an unknown flow: its id, or nothing if the launch has no id.
    private enum Stranger: Hashable {
        case id(FlowID)
        case nameless
    }

    /// Makes a search.
    ///
    /// - Parameters:
    ///   - finder: The snapshots of all environments.
    ///   - targets: The same flows, as `lint` looks them up.
    ///   - contracts: All contracts, which may have the ids of flows.
    ///   - settings: The severities of rules.
    ///   - environment: The only environment to look in, or `nil` for all.
    package init(
        _ finder: FlowFinder,
        _ targets: LaunchTargets,
        contracts: [Contract],
        settings: Settings,
        environment: EnvironmentName?
    ) {
        self.finder = finder
        self.targets = targets
        self.contracts = contracts
        self.environment = environment
        judge = Judge(severities: settings.severities)
    }

    /// Groups the launches of some files by flow.
    ///
    /// - Parameters:
    ///   - sources: The files.
    ///   - text: The flow that the user names, or `nil` for all flows.
    /// - Returns: The launches of each flow, with notices and errors.
    /// - Throws: ``RunFailure`` if the named flow isn't known, `ReadingError` if a snapshot can't be read.
    package func launches(in sources: [LaunchSource], of text: String?) throws -> LaunchedFlows {
        var result = LaunchedFlows(notices: sources.compactMap(\.notice))
        var (known, strangers) = try sorted(sources)
        if let text {
            let wanted = try wantedKey(text, known.keys)
            settle(strangers, as: wanted, &known, &result)
            guard known[wanted] != nil || !result.problems.isEmpty else { throw noLaunch(of: wanted, known.keys) }
            known = known.filter { $0.key == wanted }
        } else {
            result.problems = Self.problems(of: strangers)
        }
        guard result.problems.isEmpty else { return result }
        let places = environment.map { [$0] } ?? Array(finder.known.keys)
        for (key, candidates) in known.sorted(by: { $0.key < $1.key }) {
            let own = contracts.filter { $0.mayBe(about: key, in: places) }
            var acceptance = LaunchAcceptance(of: key, targets: targets, judge: judge, contracts: own)
            for candidate in candidates { try acceptance.add(candidate) }
            result.flows[key] = acceptance.launched
            result.notices += acceptance.notices
        }
        return result
    }

    /// The launches by known flow, and those of unknown flows.
    private func sorted(
        _ sources: [LaunchSource]
    ) throws -> (known: [FlowKey: [LaunchCandidate]], strangers: [Stranger: [LaunchCandidate]]) {
        var known: [FlowKey: [LaunchCandidate]] = [:]
        var strangers: [Stranger: [LaunchCandidate]] = [:]
        for source in sources {
            for launch in source.launches {
                let candidate = LaunchCandidate(launch: launch, source: source)
                switch try target(of: launch) {
                case .flow(let key): known[key, default: []].append(candidate)
                // A refused launch isn't used, so its flow needn't be known.
                case .id where launch.placed.launch.isRefused, .unknown where launch.placed.launch.isRefused: break
                case .id(let id): strangers[.id(id), default: []].append(candidate)
                case .unknown: strangers[.nameless, default: []].append(candidate)
                }
            }
        }
        return (known, strangers)
    }

    // MARK: - The flow

    /// The flow that a launch starts, by its name, its id, or a name in its body.
    private func target(of launch: LaunchFile.Launch) throws -> RecordedLaunch.Target {
        switch launch.placed.launch.target {
        case .flow(let key): return .flow(key)
        case .id(let id):
            let keys = finder.keys(of: id, in: environment).union(promisedKeys(of: id)).sorted()
            guard keys.count < 2 else {
                throw ReadingError(
                    "The id \(id) is the id of more than one flow: \(keys.map { "'\($0)'" }.joined(separator: ", "))",
                    at: launch.placed.place,
                    fix: "name the environment of the launch with --environment"
                )
            }
            return keys.first.map(RecordedLaunch.Target.flow) ?? .id(id)
        case .unknown:
            guard let request = launch.request else { return .unknown }
            let asked = RequestComparison(request, in: RequestSurroundings())
            let flow = try targets.surroundings(flow: nil, for: asked).flow
            return flow.map { .flow($0.key) } ?? .unknown
        }
    }

    /// The flows that have an id according to contracts.
    private func promisedKeys(of id: FlowID) -> [FlowKey] {
        contracts.flatMap { contract in
            (contract.environments ?? [:]).compactMap { name, terms in
                let isMeant = terms.id?.value == id && (environment == nil || environment == name)
                return isMeant ? contract.flowKey(in: name) : nil
            }
        }
    }

    /// The flow that the user names: one with a snapshot, a contract or a launch.
    private func wantedKey(_ text: String, _ launched: some Collection<FlowKey>) throws -> FlowKey {
        let places: [EnvironmentName?] = environment.map { [$0] } ?? [nil] + finder.known.keys.map(Optional.some)
        let promised = contracts.flatMap { contract in places.compactMap { contract.flowKey(in: $0) } }
        return try finder.key(text, in: environment, besides: Set(promised).union(launched))
    }

    /// Treats launches of a single unknown flow as launches of the flow that the user names.
    ///
    /// If other launches are known to start the named flow, it leaves out the launches of unknown flows instead.
    private func settle(
        _ strangers: [Stranger: [LaunchCandidate]],
        as wanted: FlowKey,
        _ known: inout [FlowKey: [LaunchCandidate]],
        _ result: inout LaunchedFlows
    ) {
        guard known[wanted] == nil else {
            let number = strangers.values.map(\.count).reduce(0, +)
            guard number > 0 else { return }
            let text = number == 1 ? "1 launch of an unknown flow is" : "\(number) launches of unknown flows are"
            let reason = "other launches start '\(wanted)' by its id or name"
            result.notices.append(FlowSet.Notice("\(text) left out, because \(reason)"))
            return
        }
        if strangers.count == 1, let only = strangers.first {
            known[wanted] = only.value
        } else {
            result.problems = Self.problems(of: strangers)
        }
    }

    private static func problems(of strangers: [Stranger: [LaunchCandidate]]) -> [ReadingError] {
        strangers.map { problem(of: $0.key, $0.value) }.sorted { $0.place < $1.place }
    }

    private static func problem(of stranger: Stranger, _ candidates: [LaunchCandidate]) -> ReadingError {
        let places = candidates.map(\.launch.placed.place).sorted()
        let others = places.count > 1 ? "; more launches like this one: \(places.count - 1)" : ""
        let place = places.first ?? Place(file: "")
        let fix =
            "or, if the file starts only one flow, name that flow: `flowdrift contract FLOW --from-launches FILE`"
        switch stranger {
        case .id(let id):
            return ReadingError(
                "The launch starts the flow with the id \(id), which no snapshot and no contract has\(others)",
                at: place,
                fix: "take snapshots of the live org, which have ids; or write the id under `environments` in a "
                    + "contract; \(fix)"
            )
        case .nameless:
            return ReadingError(
                "The launch doesn't say which flow it starts\(others)",
                at: place,
                fix: "add the flow's id to the launch; \(fix)"
            )
        }
    }

    private func noLaunch(of wanted: FlowKey, _ keys: some Collection<FlowKey>) -> RunFailure {
        let started = keys.sorted().map { "'\($0)'" }.joined(separator: ", ")
        return .couldNotCheck(
            "no launch starts '\(wanted)'; "
                + (started.isEmpty ? "the files have no launch" : "the launches start \(started)")
        )
    }
}
