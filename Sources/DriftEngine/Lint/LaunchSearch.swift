package import DriftCore

/// Finds the flow that each launch of some files starts, and whether the launch was accepted.
package struct LaunchSearch {
    private let finder: FlowFinder
    private let targets: LaunchTargets
    private let contracts: [Contract]
    private let judge: Judge
    private let environment: EnvironmentName?

    /// What identifies an unknown flow: its id, or nothing.
    private enum Stranger: Hashable {
        case id(FlowID)
        case nameless
    }

    /// Makes a search.
    ///
    /// - Parameters:
    ///   - finder: The snapshots of all environments.
    ///   - targets: The same flows, as `lint` looks them up.
    ///   - contracts: All contracts, which may know ids.
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

    /// Sorts the launches of some files by flow.
    ///
    /// - Parameters:
    ///   - sources: The files.
    ///   - text: The flow that the user names, or `nil` for all flows.
    /// - Returns: The launches, and what is wrong.
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
                // Nothing is made from a launch that was refused, whatever flow it was meant for.
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
                    "The id \(id) belongs to \(keys.map { "'\($0)'" }.joined(separator: " and "))",
                    at: launch.placed.place,
                    fix: "name the environment with --environment"
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

    /// The flows that contracts give an id for.
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

    /// Takes launches of one unknown flow as those of the flow that the user names, unless that flow is launched too.
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
            result.notices.append(FlowSet.Notice("\(text) left out, since others start '\(wanted)' by its id or name"))
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
        let others = places.count > 1 ? "; \(places.count - 1) more like it" : ""
        let place = places.first ?? Place(file: "")
        let fix = "or name the flow, for a file that starts only one: `flowdrift contract FLOW --from-launches FILE`"
        switch stranger {
        case .id(let id):
            return ReadingError(
                "The launch starts \(id), the id of no flow that snapshots or contracts know\(others)",
                at: place,
                fix: "take snapshots from the live org, which know ids; write the id under `environments` in a "
                    + "contract; \(fix)"
            )
        case .nameless:
            return ReadingError(
                "The launch doesn't say which flow it starts\(others)",
                at: place,
                fix: "give it the flow's id, \(fix)"
            )
        }
    }

    private func noLaunch(of wanted: FlowKey, _ keys: some Collection<FlowKey>) -> RunFailure {
        let started = keys.sorted().map { "'\($0)'" }.joined(separator: ", ")
        return .couldNotCheck(
            "no launch starts '\(wanted)'; "
                + (started.isEmpty ? "the files hold no launch" : "the launches start \(started)")
        )
    }
}
