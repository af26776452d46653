extension DriftRule {
    /// Reports each input without a default that the contract never sends.
    static let inputNotSent = DriftRule(
        id: "input-not-sent",
        severity: .note,
        summary: "The contract does not send an input that has no default",
        explanation: """
            Inputs are optional at launch: one that is not sent takes its initial value, and without one it is not \
            set. That is fine where the flow expects it, and a silent fault where the input is new. An input that the \
            flow never reads, or that another contract or an enabled trigger fills, is not reported.

            Send the input, give it an initial value in Architect, or leave it if the flow works without.
            """
    ) { (comparison: Comparison) in
        guard let flow = comparison.startable, let launch = comparison.contract.launch, launch.via != .webhook else {
            return []
        }
        guard !flow.sendsEveryInput else { return [] }
        let accountedFor = Set(
            flow.inputs.compactMap { _, match in
                // A renamed input is reported under its old name already.
                if case .none(let near) = match { near?.name } else { match.variable?.name }
            }
        )
        return flow.flow.inputs
            .filter { $0.isNeeded && !accountedFor.contains($0.name) }
            .filter { !comparison.fedElsewhere.contains($0.name) }
            .map { variable in
                Evidence(
                    "Input '\(variable.name)' (\(variable.type)) has no default in the flow; the contract never sends it",
                    at: comparison.placeOfFlow,
                    on: variable.name,
                    contrast: Contrast(nil, "\(variable.name): \(variable.type)"),
                    fix: Fix("send '\(variable.name)', or give it an initial value in the flow")
                )
            }
    }
}
