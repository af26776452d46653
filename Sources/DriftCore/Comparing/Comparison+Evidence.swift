import PastedRequests
import YAML

extension Comparison {
    /// The evidence of a rule that looks at each input the contract sends, and the flow does not declare just so.
    func evidenceOnInputs(_ evidence: (Contract.Input, VariableMatch) -> Evidence?) -> [Evidence] {
        found?.differingInputs.compactMap { evidence($0.promised, $0.match) } ?? []
    }

    /// The evidence of a rule that looks at each of those inputs that the flow has, in whatever spelling.
    func evidenceOnDeclaredInputs(_ evidence: (Contract.Input, Variable) -> Evidence?) -> [Evidence] {
        evidenceOnInputs { input, match in match.variable.flatMap { evidence(input, $0) } }
    }

    /// The evidence of a rule that looks at each output the contract reads, and the flow does not declare just so.
    func evidenceOnOutputs(_ evidence: (Contract.Output, VariableMatch) -> Evidence?) -> [Evidence] {
        found?.differingOutputs.compactMap { evidence($0.promised, $0.match) } ?? []
    }

    /// The evidence of a rule that looks at each of those outputs that the flow has, in whatever spelling.
    func evidenceOnDeclaredOutputs(_ evidence: (Contract.Output, Variable) -> Evidence?) -> [Evidence] {
        evidenceOnOutputs { output, match in match.variable.flatMap { evidence(output, $0) } }
    }

    /// The evidence of a rule that looks at each trigger the contract relies on and the environment has.
    func evidenceOnTriggers(_ evidence: (TriggerComparison, Trigger) -> Evidence?) -> [Evidence] {
        triggers.compactMap { comparison in
            var found = comparison.trigger.flatMap { evidence(comparison, $0) }
            found?.causes += comparison.causes
            return found
        }
    }

    /// The place of something the contract writes.
    func place<Value>(of written: Written<Value>) -> Place {
        contract.place(written.position)
    }

    /// The place where the contract names its flow.
    var placeOfFlow: Place { contract.place(contract.flow.position) }
}

extension TriggerComparison {
    /// Compares one setting, where the contract gives it.
    ///
    /// - Parameters:
    ///   - promised: What the contract gives; nil where the contract leaves it open.
    ///   - setting: The setting; one that a plan doesn't tell breaks nothing.
    ///   - isKept: Whether the trigger has it.
    /// - Returns: What the contract gives, where the trigger differs.
    func broken<Value>(
        _ promised: Written<Value>?,
        _ setting: Trigger.OpenSettings,
        unless isKept: (Value) -> Bool
    ) -> Written<Value>? {
        guard let promised, !isKept(promised.value), trigger?.open.contains(setting) == false else { return nil }
        return promised
    }
}
