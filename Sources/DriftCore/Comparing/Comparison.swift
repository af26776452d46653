import PastedRequests

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

    /// The flow as it was before; none where no earlier state is known.
    let earlier: [EarlierFlow]

    /// What was found where the contract's flow should be.
    enum Subject: Sendable {
        /// The flow.
        case flow(FlowComparison)

        /// No such flow, with the flows that the environment does have, and what it has of the contract's triggers.
        case missing(among: [FlowEntry], triggers: [TriggerComparison])
    }

    /// The comparison with the flow; `nil` if the environment doesn't have it.
    ///
    /// A flow that callers can't start is judged like any other: what its state makes pointless to report is left out
    /// of the verdict, while the finding on the state counts.
    var found: FlowComparison? {
        guard case .flow(let flow) = subject else { return nil }
        return flow
    }

    /// Each trigger that the contract relies on with what there is of it, in the contract's order.
    var triggers: [TriggerComparison] {
        switch subject {
        case .flow(let flow): flow.triggers
        case .missing(among: _, let triggers): triggers
        }
    }

    /// The findings from which all others about the contract follow; none if callers can start its flow.
    var causes: [Cause] {
        switch subject {
        case .flow(let flow): flow.isStartable ? [] : Cause.stateOfFlow
        case .missing: Cause.missingFlow
        }
    }

    /// The flow's type and name in quotes; reports add the environment.
    var flowPhrase: String { "'\(key)'" }
}

/// What a contract says of a flow, name by name beside what the flow has.
///
/// It is a class because every rule takes hold of it, and a copy would count a dozen references each time.
final class FlowComparison: Sendable {
    /// The flow as its source has it.
    let flow: Flow

    /// The inputs that the contract sends, in its order.
    private let promisedInputs: [Contract.Input]

    /// What the flow has for each of them.
    private let inputMatches: [VariableMatch]

    /// The inputs of which the flow has not just that name and that type: no other can break a promise.
    let differingInputs: [(promised: Contract.Input, match: VariableMatch)]

    /// The outputs of which the flow has not just that name and that type, in the contract's order.
    let differingOutputs: [(promised: Contract.Output, match: VariableMatch)]

    /// Each trigger that the contract relies on with what there is of it, in the contract's order.
    let triggers: [TriggerComparison]

    init(contract: Contract, environment: EnvironmentName?, flow: Flow, elsewhere: [PlacedTrigger]?) {
        self.flow = flow
        // What is posted to a webhook arrives in one input, and is judged by the paths that the flow reads of it.
        let launch = contract.launch?.via == .webhook || !flow.hasInterface ? nil : contract.launch
        let outputs = launch?.outputs ?? []
        let outputMatches = VariableMatch.matches(for: outputs.map(\.name.value), in: flow.outputs)
        promisedInputs = launch?.inputs ?? []
        inputMatches = VariableMatch.matches(for: promisedInputs.map(\.name.value), in: flow.inputs)
        differingInputs = Self.differing(promisedInputs, inputMatches) { $0.type.value }
        differingOutputs = Self.differing(outputs, outputMatches) { $0.type.value }
        triggers = TriggerComparison.all(of: contract, in: environment, flow: flow, elsewhere: elsewhere)
    }

    private static func differing<Promised>(
        _ promised: [Promised],
        _ matches: [VariableMatch],
        _ type: (Promised) -> DataType
    ) -> [(promised: Promised, match: VariableMatch)] {
        promised.indices.filter { !matches[$0].isJust(type(promised[$0])) }.map { (promised[$0], matches[$0]) }
    }

    /// Each input that the contract sends with what the flow has for it, in the contract's order.
    var inputs: Zip2Sequence<[Contract.Input], [VariableMatch]> { zip(promisedInputs, inputMatches) }

    /// Whether the contract sends each input of the flow under its own name.
    var sendsEveryInput: Bool {
        inputMatches.count == flow.inputs.count && inputMatches.allSatisfy { $0.isExact }
    }

    /// Whether callers can start the flow.
    var isStartable: Bool { flow.availability.isStartable }
}
