import DriftCore

/// Decides which launches of one flow were accepted: by the recorded answer, or by the rules of `lint` if there is
/// none.
struct LaunchAcceptance {
    private let key: FlowKey
    private let targets: LaunchTargets
    private let judge: Judge

    /// The contracts of the flow.
    ///
    /// A launch may keep the names of inputs that these contracts list; other names may be data.
    private let contracts: [Contract]

    /// What a request is compared with, by the flow id that it sends: the flow, in the environment that has the id.
    private var surroundings: [FlowID?: RequestSurroundings] = [:]

    private(set) var launched = LaunchedFlows.Launched()
    private var refused = 0
    private var reasons: [FlowSet.Notice] = []
    private var knownReasons: Set<String> = []

    init(of key: FlowKey, targets: LaunchTargets, judge: Judge, contracts: [Contract]) {
        self.key = key
        self.targets = targets
        self.judge = judge
        self.contracts = contracts
    }

    /// The notices about launches that don't count.
    var notices: [FlowSet.Notice] {
        guard refused > 0 else { return reasons }
        let (launches, verb) = refused == 1 ? ("1 refused launch", "is") : ("\(refused) refused launches", "are")
        return reasons + [FlowSet.Notice("\(launches) of '\(key)' \(verb) left out")]
    }

    /// Adds a launch.
    ///
    /// A launch that is read from a request keeps only the names that the flow and its contracts have.
    mutating func add(_ candidate: LaunchCandidate) throws(ReadingError) {
        var placed = candidate.launch.placed
        if let request = candidate.launch.request { placed.launch = try launch(of: request, placed) }
        guard !placed.launch.isRefused else {
            refused += 1
            return
        }
        launched.accepted.append(placed)
        if candidate.source.isRecording { launched.recordings.insert(candidate.source.file) }
    }

    private mutating func launch(
        of request: ReadRequest,
        _ placed: PlacedLaunch
    ) throws(ReadingError) -> RecordedLaunch {
        let surroundings = try surroundings(of: request)
        let comparison = RequestComparison(request, in: surroundings)
        let names = KnownNames(flow: surroundings.flow, contracts: contracts)
        var launch = RecordedLaunch(comparison, to: .flow(key), knowing: names)
        launch.answer = placed.launch.answer
        if launch.answer == nil, let finding = refusal(of: comparison) {
            launch.answer = .refused(rules: [finding.rule])
            let reason = "the launch is left out, because the API would refuse it: \(finding.message) [\(finding.rule)]"
            if knownReasons.insert(reason).inserted {
                reasons.append(FlowSet.Notice(reason, file: placed.place.description))
            }
        }
        return launch
    }

    private mutating func surroundings(of request: ReadRequest) throws(ReadingError) -> RequestSurroundings {
        let asked = RequestComparison(request, in: RequestSurroundings())
        let id = asked.flowIDSent
        if let known = surroundings[id] { return known }
        let found = try targets.surroundings(flow: key, for: asked)
        surroundings[id] = found
        return found
    }

    /// The first error for which the API would refuse a launch, or `nil` if there is none.
    ///
    /// Errors about the flow's id don't count. The user or a contract says which flow is meant, so the id may be right
    /// in another environment.
    private func refusal(of comparison: RequestComparison) -> Finding? {
        judge.judge(comparison).findings.first { finding in
            finding.severity == .error
                && (finding.rule.hasPrefix("payload-") || finding.rule.hasPrefix("flow-"))
                && !["payload-flow-id-other", "payload-flow-id-unknown"].contains(finding.rule)
        }
    }
}
