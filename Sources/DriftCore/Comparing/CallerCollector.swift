/// Collects callers by what they call.
struct CallerCollector {
    private(set) var callers: [CallTarget: [Caller]] = [:]
    private let environment: EnvironmentName?
    private let events: EventCatalogue
    private let keys: [FlowID: FlowKey]
    private let flows: [FlowKey: Flow]

    /// The names of data actions by id, so that a call by id and a definition by name are one.
    private let actionNames: [String: String]

    init(_ set: FlowSet, _ environment: EnvironmentName?, _ events: EventCatalogue) {
        self.environment = environment
        self.events = events
        flows = Dictionary(set.flows.map { ($0.key, $0) }) { first, _ in first }
        var keys: [FlowID: FlowKey] = [:]
        for entry in set.entries { if let id = entry.id { keys[id] = entry.key } }
        for flow in set.flows { if let id = flow.id { keys[id] = flow.key } }
        self.keys = keys
        actionNames = Dictionary((set.actions ?? []).compactMap { action in action.id.map { ($0, action.name) } }) {
            first,
            _ in first
        }
    }

    private mutating func add(_ caller: Caller, of target: CallTarget) { callers[target, default: []].append(caller) }

    mutating func add(_ contract: Contract) {
        guard let key = contract.flowKey(in: environment) else { return }
        let launch = contract.launch
        add(
            Caller(
                kind: .contract,
                name: contract.name,
                place: contract.place(contract.flow.position),
                owner: contract.owner,
                inputs: Self.names(launch?.inputs.map(\.name.value) ?? []),
                mayPassMore: launch?.lacksInputs ?? false
            ),
            of: .flow(key)
        )
        let observed = Dictionary(grouping: launch?.observed ?? [], by: \.place.file)
        for launches in observed.values {
            guard let first = launches.map(\.place).min() else { continue }
            let names = launches.flatMap { $0.launch.inputs.filter { $0.value.type != .null }.map(\.key) }
            add(
                Caller(
                    kind: .recording,
                    name: "of contract \(contract.name)",
                    place: first,
                    owner: contract.owner,
                    inputs: Self.names(names),
                    mayPassMore: launches.contains { $0.launch.mayHaveMore || $0.launch.otherInputs > 0 }
                ),
                of: .flow(key)
            )
        }
    }

    mutating func add(_ launch: UncoveredLaunch) {
        guard !launch.isMentioned, let key = key(of: launch.target) else { return }
        add(
            Caller(
                kind: .recording,
                name: "without a contract",
                place: launch.place,
                owner: nil,
                inputs: [],
                mayPassMore: true
            ),
            of: .flow(key)
        )
    }

    private func key(of target: RecordedLaunch.Target) -> FlowKey? {
        switch target {
        case .flow(let flow): flow
        case .id(let id): keys[id]
        case .unknown: nil
        }
    }

    /// Adds what a flow calls, and the triggers that start it.
    mutating func add(_ flow: Flow) {
        for trigger in flow.triggers { add(trigger, starting: flow.key) }
        let place = flow.file.map { Place(file: $0) }
        for call in flow.calls where !call.isOpen {
            let caller = Caller(
                kind: .flow,
                name: flow.key.description,
                place: place,
                owner: nil,
                inputs: Self.names(call.inputs),
                mayPassMore: false
            )
            for target in targets(of: call) { add(caller, of: target) }
        }
    }

    private func targets(of call: FlowCall) -> [CallTarget] {
        if call.kind == .dataAction { return [.action(call.id.flatMap { actionNames[$0] } ?? call.name)] }
        if let id = call.id, let key = FlowID(id).flatMap({ keys[$0] }) { return [.flow(key)] }
        let known = flows.keys.filter(call.mayMean)
        // The called flow may have no snapshot; its type is then the most likely one.
        return known.isEmpty ? call.possibleKeys.prefix(1).map { .flow($0) } : known.map { .flow($0) }
    }

    mutating func add(_ trigger: Trigger) {
        switch trigger.target {
        case .flow(let key)?: add(trigger, starting: key)
        case .id(let id)?: if let key = keys[id] { add(trigger, starting: key) }
        case nil: break
        }
    }

    private mutating func add(_ trigger: Trigger, starting key: FlowKey) {
        let flow = flows[key]
        let source = TriggerSource(trigger, inputs: flow?.inputs ?? [], events: events)
        let filled = (flow?.inputs ?? []).filter { source.fill(of: $0) == .value }
        let open = (flow?.inputs ?? []).contains { source.fill(of: $0) != .value && source.mayBring($0) }
        add(
            Caller(
                kind: .trigger,
                name: trigger.name,
                place: flow?.file.map { Place(file: $0, position: trigger.position) },
                owner: nil,
                inputs: Self.names(filled.map(\.name)),
                mayPassMore: open
            ),
            of: .flow(key)
        )
    }

    /// The flow that a data action starts, or `nil` if it's unknown.
    func key(of action: LaunchingAction) -> FlowKey? {
        switch action.target {
        case .flow(let flow): flow
        case .id(let id): keys[id]
        case .input, .unknown: nil
        }
    }

    mutating func add(_ action: LaunchingAction) {
        guard let key = key(of: action) else { return }
        add(
            Caller(
                kind: .dataAction,
                name: action.name,
                place: action.place,
                owner: nil,
                inputs: Self.names(action.inputs.map(\.name)),
                mayPassMore: action.mayHaveMore
            ),
            of: .flow(key)
        )
    }

    mutating func add(_ launch: SourceLaunch) {
        // A JSON file starts nothing itself; data actions and payloads are read as such.
        guard launch.setting == .code, launch.language != "JSON", let key = key(of: launch.target) else { return }
        add(
            Caller(
                kind: .code,
                name: launch.contracts.isEmpty ? launch.language : "\(launch.language) (\(launch.contracts[0]))",
                place: launch.place,
                owner: nil,
                inputs: Self.names(launch.inputs.filter { $0.certainty == .body }.map(\.name)),
                mayPassMore: launch.mayMentionMore || launch.inputs.contains { $0.certainty != .body }
            ),
            of: .flow(key)
        )
    }

    private static func names(_ names: [String]) -> Set<String> {
        Set(names.map { VariableName.own($0).lowercased() })
    }
}
