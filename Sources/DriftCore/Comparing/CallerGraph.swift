/// Who calls each flow of an environment: contracts, triggers, data actions, other flows, and code.
public struct CallerGraph: Sendable {
    /// The environment, or `nil` if the flows come from no named environment.
    public let environment: EnvironmentName?

    /// The known flows, and the flows that something calls, in order.
    public let flows: [FlowKey]

    /// The data actions whose flow is unknown; in order of name.
    public let openActions: [LaunchingAction]

    /// The flows that call something whose name is a placeholder, in order, each with that name.
    public let openCalls: [(flow: FlowKey, name: String)]

    private let callers: [CallTarget: [Caller]]
    private let known: Set<FlowKey>
    private let inputs: [FlowKey: [String]]

    /// Collects the callers of all flows.
    ///
    /// - Parameters:
    ///   - set: The flows of the environment, with their triggers and data actions.
    ///   - environment: The environment, or `nil` if the flows come from no named environment.
    ///   - contracts: The contracts that must hold there, with the launches in their recordings.
    ///   - uncovered: The flows that recordings launch and that no contract covers.
    ///   - launches: The launches in source code.
    ///   - events: The known attributes of events.
    public init(
        _ set: FlowSet,
        in environment: EnvironmentName?,
        contracts: [Contract],
        uncovered: [UncoveredLaunch] = [],
        launches: [SourceLaunch] = [],
        events: EventCatalogue = .embedded
    ) {
        self.environment = environment
        var collector = CallerCollector(set, environment, events)
        for contract in contracts { collector.add(contract) }
        for flow in set.flows { collector.add(flow) }
        for trigger in set.strayTriggers ?? [] { collector.add(trigger) }
        for action in set.actions ?? [] { collector.add(action) }
        for launch in uncovered { collector.add(launch) }
        for launch in launches { collector.add(launch) }
        openCalls = set.flows.flatMap { flow in flow.calls.filter(\.isOpen).map { (flow.key, $0.name) } }
        known = Set(set.flows.map(\.key) + set.entries.map(\.key))
        openActions = (set.actions ?? []).filter { collector.key(of: $0) == nil }
        inputs = Dictionary(set.flows.filter(\.hasInterface).map { ($0.key, $0.inputs.map(\.name)) }) { first, _ in
            first
        }
        callers = collector.callers.mapValues { $0.inOrder }
        let called = callers.keys.compactMap { if case .flow(let key) = $0 { key } else { nil } }
        flows = known.union(called).sorted()
    }

    /// Whether the source has the flow; if not, only its callers name it.
    public func knows(_ flow: FlowKey) -> Bool { known.contains(flow) }

    /// The direct callers of a flow.
    public func callers(of flow: FlowKey) -> [Caller] { callers[.flow(flow)] ?? [] }

    /// The flows that a user may mean by a text: a type and name, or a name alone.
    public func flows(named text: String) -> [FlowKey] {
        let exact = flows.filter { $0.description == text }
        return exact.isEmpty ? flows.filter { $0.name == text } : exact
    }

    /// What calls what, for a drawing: the chain to a flow, or everything.
    ///
    /// - Parameter flow: The flow, or `nil` for all flows.
    /// - Returns: Each call once, in order.
    public func calls(to flow: FlowKey? = nil) -> [(caller: Caller, target: CallTarget)] {
        var calls: [(caller: Caller, target: CallTarget)] = []
        var targets: [CallTarget] = flow.map { [.flow($0)] } ?? flows.map { .flow($0) }
        var seen = Set(targets)
        var next = 0
        while next < targets.count {
            let target = targets[next]
            next += 1
            for caller in callers(of: target) {
                calls.append((caller, target))
                if let own = caller.asTarget, seen.insert(own).inserted { targets.append(own) }
            }
        }
        return calls
    }

    /// The direct callers of something that calls others, such as a data action.
    public func callers(of target: CallTarget) -> [Caller] { callers[target] ?? [] }

    /// The names of a flow's inputs, or `nil` if they are unknown.
    public func inputs(of flow: FlowKey) -> [String]? { inputs[flow] }

    /// The callers of a flow, each followed by its own callers; a caller that is already shown ends a chain.
    ///
    /// - Parameters:
    ///   - flow: The flow.
    ///   - input: The input that the direct callers may pass, or `nil` for all direct callers.
    /// - Returns: The direct callers in order.
    public func chain(to flow: FlowKey, passing input: String? = nil) -> [CallerChain] {
        var seen: Set<CallTarget> = [.flow(flow)]
        let direct = callers(of: flow).filter { caller in input.map { caller.passes($0) != .no } ?? true }
        return chain(of: direct, &seen)
    }

    private func chain(of callers: [Caller], _ seen: inout Set<CallTarget>) -> [CallerChain] {
        callers.map { caller in
            guard let own = caller.asTarget else { return CallerChain(caller) }
            let further = self.callers(of: own)
            guard seen.insert(own).inserted else { return CallerChain(caller, isRepeated: !further.isEmpty) }
            return CallerChain(caller, callers: chain(of: further, &seen))
        }
    }
}
