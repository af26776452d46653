/// A contract beside its flow in one environment, everything already looked up.
public struct Comparison: Sendable {
    /// What the code promises.
    let contract: Contract

    /// The environment; nil where the flows come from no named environment.
    let environment: EnvironmentName?

    /// The flow that the contract names there.
    let key: FlowKey

    /// That flow, or what was found in its place.
    let subject: Subject

    /// The names of the flow's inputs that something other than this contract feeds.
    let fedElsewhere: Set<String>

    /// What was found where the contract's flow should be.
    enum Subject: Sendable {
        /// The flow.
        case flow(FlowComparison)

        /// No such flow, with the flows that the environment does have.
        case missing(among: [FlowEntry])
    }

    /// The comparison with the flow; nil where there is none to compare with, or nothing can start it.
    ///
    /// A flow that cannot be started breaks every promise at once, so that its inputs are not judged as well.
    var startable: FlowComparison? {
        guard case .flow(let flow) = subject, flow.isStartable else { return nil }
        return flow
    }

    /// The flow's type and name in quotes; reports add the environment.
    var flowPhrase: String { "'\(key)'" }
}

/// What a contract says of a flow, name by name beside what the flow has.
struct FlowComparison: Sendable {
    /// The flow as its source has it.
    let flow: Flow

    /// Each input that the contract sends with what the flow has for it, in the contract's order.
    let inputs: [(promised: Contract.Input, match: VariableMatch)]

    /// Each output that the contract reads with what the flow has for it, in the contract's order.
    let outputs: [(promised: Contract.Output, match: VariableMatch)]

    /// Each trigger that the contract relies on with what there is of it, in the contract's order.
    let triggers: [TriggerComparison]

    init(contract: Contract, environment: EnvironmentName?, flow: Flow, elsewhere: [PlacedTrigger]?) {
        self.flow = flow
        // What is posted to a webhook arrives in one input, and is judged by the paths that the flow reads of it.
        let launch = contract.launch?.via == .webhook ? nil : contract.launch
        let promised = (launch?.inputs ?? [], launch?.outputs ?? [])
        let inputMatches = VariableMatch.matches(for: promised.0.map(\.name.value), in: flow.inputs)
        inputs = zip(promised.0, inputMatches).map { (promised: $0, match: $1) }
        let outputMatches = VariableMatch.matches(for: promised.1.map(\.name.value), in: flow.outputs)
        outputs = zip(promised.1, outputMatches).map { (promised: $0, match: $1) }
        let named = contract.triggers.map { (promised: $0, name: $0.name(in: environment)) }
        // What the contract names already is no other name for what it does not find.
        let free = flow.triggers.map(\.name).filter { name in !named.contains { $0.name == name } }
        triggers = named.compactMap { promised, name in
            name.map { TriggerComparison(promised: promised, name: $0, flow: flow, free: free, elsewhere: elsewhere) }
        }
    }

    var isStartable: Bool { flow.availability.isStartable }
}
