import PastedRequests
import YAML

extension Comparison {
    /// The evidence for each sent input whose name or type isn't exactly the flow's.
    func evidenceOnInputs(_ evidence: (Contract.Input, VariableMatch) -> Evidence?) -> [Evidence] {
        found?.differingInputs.compactMap { evidence($0.promised, $0.match) } ?? []
    }

    /// The evidence for each of those inputs that the flow has, in any spelling.
    func evidenceOnDeclaredInputs(_ evidence: (Contract.Input, Variable) -> Evidence?) -> [Evidence] {
        evidenceOnInputs { input, match in match.variable.flatMap { evidence(input, $0) } }
    }

    /// The evidence for each read output whose name or type isn't exactly the flow's.
    func evidenceOnOutputs(_ evidence: (Contract.Output, VariableMatch) -> Evidence?) -> [Evidence] {
        found?.differingOutputs.compactMap { evidence($0.promised, $0.match) } ?? []
    }

    /// The evidence for each of those outputs that the flow has, in any spelling.
    func evidenceOnDeclaredOutputs(_ evidence: (Contract.Output, Variable) -> Evidence?) -> [Evidence] {
        evidenceOnOutputs { output, match in match.variable.flatMap { evidence(output, $0) } }
    }

    /// The evidence for each trigger that the contract relies on and the environment has.
    func evidenceOnTriggers(_ evidence: (TriggerComparison, Trigger) -> Evidence?) -> [Evidence] {
        triggers.compactMap { comparison in
            var found = comparison.trigger.flatMap { evidence(comparison, $0) }
            found?.causes += comparison.causes
            return found
        }
    }

    func place<Value>(of written: Written<Value>) -> Place {
        contract.place(written.position)
    }

    var placeOfFlow: Place { contract.place(contract.flow.position) }
}

extension TriggerComparison {
    /// The contract's requirement if the trigger doesn't meet it, or `nil` if it does or if the plan doesn't show the
    /// setting.
    ///
    /// - Parameters:
    ///   - promised: The requirement, or `nil` if the contract has none.
    ///   - setting: The setting.
    ///   - isKept: Whether the trigger meets the requirement.
    /// - Returns: The requirement.
    func broken<Value>(
        _ promised: Written<Value>?,
        _ setting: Trigger.OpenSettings,
        unless isKept: (Value) -> Bool
    ) -> Written<Value>? {
        guard let promised, !isKept(promised.value), trigger?.open.contains(setting) == false else { return nil }
        return promised
    }
}
