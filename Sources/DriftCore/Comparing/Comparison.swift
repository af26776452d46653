import PastedRequests

/// A contract and its flow in one environment, with everything already looked up.
public struct Comparison: Sendable {
    let contract: Contract

    /// The environment, or `nil` if the flows come from no named environment.
    let environment: EnvironmentName?

    let key: FlowKey
    let subject: Subject

    /// The flow's earlier states; empty if none is known.
    let earlier: [EarlierFlow]

    /// The id that the flow had under the contract's name, or `nil` if it's unknown.
    var formerID: FlowID?

    enum Subject: Sendable {
        case flow(FlowComparison)

        /// The flow doesn't exist; with the flows that do, and the contract's triggers compared with the environment's.
        case missing(among: [FlowEntry], triggers: [TriggerComparison])
    }

    /// The comparison with the flow, or `nil` if the environment doesn't have it.
    ///
    /// A flow that callers can't start is checked like any other; the finding on its state hides the others in the
    /// verdict.
    var found: FlowComparison? {
        guard case .flow(let flow) = subject else { return nil }
        return flow
    }

    /// The triggers that the contract relies on, in its order.
    var triggers: [TriggerComparison] {
        switch subject {
        case .flow(let flow): flow.triggers
        case .missing(among: _, let triggers): triggers
        }
    }

    /// The findings that explain all others about the contract; empty if callers can start its flow.
    var causes: [Cause] {
        switch subject {
        case .flow(let flow): flow.isStartable ? [] : Cause.stateOfFlow
        case .missing: Cause.missingFlow
        }
    }

    /// The flow's type and name in quotes; reports add the environment.
    var flowPhrase: String { "'\(key)'" }
}

/// A contract's inputs, outputs and triggers, matched with a flow's.
///
/// It's a class because every rule gets it, and a copy would cost a dozen retains each time.
final class FlowComparison: Sendable {
    let flow: Flow

    /// The inputs that the contract sends, in its order.
    private let promisedInputs: [Contract.Input]

    /// The flow's variable for each of those inputs.
    private let inputMatches: [VariableMatch]

    /// The inputs whose name or type isn't exactly the flow's; only they can violate the contract.
    let differingInputs: [(promised: Contract.Input, match: VariableMatch)]

    /// The outputs whose name or type isn't exactly the flow's, in the contract's order.
    let differingOutputs: [(promised: Contract.Output, match: VariableMatch)]

    /// The triggers that the contract relies on, in its order.
    let triggers: [TriggerComparison]

    init(contract: Contract, environment: EnvironmentName?, flow: Flow, elsewhere: [PlacedTrigger]?) {
        self.flow = flow
        // A webhook's body arrives in a single input; the paths that the flow reads from it are checked instead.
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

    /// The inputs that the contract sends with the flow's variables, in the contract's order.
    var inputs: Zip2Sequence<[Contract.Input], [VariableMatch]> { zip(promisedInputs, inputMatches) }

    /// Whether the contract sends each input of the flow under its exact name.
    var sendsEveryInput: Bool {
        inputMatches.count == flow.inputs.count && inputMatches.allSatisfy { $0.isExact }
    }

    var isStartable: Bool { flow.availability.isStartable }
}
