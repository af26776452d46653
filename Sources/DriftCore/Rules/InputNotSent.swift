extension DriftRule {
    /// Reports each input without a default that the contract never sends.
    static let inputNotSent = DriftRule(
        id: "input-not-sent",
        severity: .warning,
        summary: "The contract does not send an input that has no default",
        explanation: """
            Inputs are optional at launch: one that is not sent takes its initial value, and without one the flow runs \
            with the input not set. That a trigger or another contract fills it doesn't help this contract's launches. \
            An input that is also new, since the snapshot (`check --live`, `plan`) or since the revision that `--base` \
            names, is an error: every launch goes without it. Where it is unknown whether the flow reads the input, \
            this is a note, and a warning if the input is new. An input that the flow never reads is not reported.

            Send the input, give it an initial value in Architect, or write `{ sent: never }` for it in the contract \
            if the code leaves it out on purpose.
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
            .filter { $0.isNeeded && !accountedFor.contains($0.name) && !launch.mentions($0) }
            .map { variable in
                let earlier = comparison.earlier.first { $0.lacks(variable) }
                let isRead = variable.reads != nil
                return Evidence(
                    "Input '\(variable.name)' (\(variable.type)) "
                        + (earlier.map { "is new since \($0.name) and has no default" } ?? "has no default in the flow")
                        + (isRead
                            ? "; the flow reads it, and the contract never sends it" : "; the contract never sends it"),
                    at: comparison.placeOfFlow,
                    on: variable.name,
                    severity: isRead ? earlier.map { _ in .error } : earlier == nil ? .note : .warning,
                    contrast: Contrast(nil, "\(variable.name): \(variable.type)"),
                    fix: Fix(
                        "send '\(variable.name)', or give it an initial value in the flow, or write `{ sent: never }` for it"
                    )
                )
            }
    }
}

extension Contract.Launch {
    /// Whether the contract gives the input, as one that it sends or never sends, in whatever letter case.
    fileprivate func mentions(_ input: Variable) -> Bool {
        omittedInputs.contains { VariableName.areAlike($0.value, input.name) }
            || inputs.contains { VariableName.areAlike($0.name.value, input.name) }
    }
}
