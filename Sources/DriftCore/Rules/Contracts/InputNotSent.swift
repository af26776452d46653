extension Rules {
    static let inputNotSent = Rule<Comparison>(
        id: "input-not-sent",
        severity: .warning,
        summary: "The contract does not send an input that has no default",
        explanation: """
            Inputs are optional at launch: an input that is not sent gets its initial value, and without one the flow \
            runs with the input not set. A trigger or another contract that fills it doesn't help this contract's \
            launches. An input that is also new, since the snapshot (`check --live`, `plan`) or since the revision \
            that `--base` names, is an error: every launch goes without it. If it is unknown whether the flow reads \
            the input, this is a note, or a warning if the input is new. An input that the flow never reads is not \
            reported.

            Send the input, give it an initial value in Architect, or write `{ sent: never }` for it in the contract \
            if the code leaves it out on purpose.
            """
    ) { comparison in
        guard let flow = comparison.found, let launch = comparison.contract.launch, launch.via != .webhook,
            !launch.lacksInputs
        else { return [] }
        guard !flow.sendsEveryInput else { return [] }
        let sent = Set(flow.inputs.compactMap { $1.isSent ? $1.variable?.name : nil })
        let causes = flow.causesOfUnsentInputs
        return flow.flow.inputs
            .filter { $0.isNeeded && !sent.contains($0.name) && !launch.omits($0) }
            .map { variable in
                let earlier = comparison.earlier.first { $0.lacks(variable) }
                let isRead = variable.reads != nil
                let raised: Severity? =
                    switch (isRead, earlier) {
                    case (true, _?): .error
                    case (true, nil): nil
                    case (false, _?): .warning
                    case (false, nil): .note
                    }
                return Evidence(
                    "Input '\(variable.name)' (\(variable.type)) "
                        + (earlier.map { "is new since \($0.name) and has no default" } ?? "has no default in the flow")
                        + (isRead
                            ? "; the flow reads it, and the contract never sends it" : "; the contract never sends it"),
                    at: comparison.placeOfFlow,
                    on: variable.name,
                    severity: raised,
                    contrast: Contrast(nil, "\(variable.name): \(variable.type)"),
                    fix: Fix(
                        "send '\(variable.name)', or give it an initial value in the flow, or write `{ sent: never }` for it"
                    ),
                    causes: causes[variable.name] ?? []
                )
            }
    }
}

extension Contract.Launch {
    /// Whether the contract declares the input, in any letter case, as `sent: never`.
    fileprivate func omits(_ input: Variable) -> Bool {
        omittedInputs.contains { VariableName.areAlike($0.value, input.name) }
    }
}

extension VariableMatch {
    /// Whether a value sent under the name is known to reach the flow.
    fileprivate var isSent: Bool {
        switch self {
        case .exact, .otherCase: true
        case .scoped, .none: false
        }
    }
}

extension FlowComparison {
    /// The wrong names under which the contract sends inputs, as causes by the inputs' names.
    fileprivate var causesOfUnsentInputs: [String: [Cause]] {
        var causes: [String: [Cause]] = [:]
        for (promised, match) in inputs {
            switch match {
            case .none(let near?):
                causes[near.name, default: []].append(Cause(.inputUndeclared, on: promised.name.value))
            case .scoped(let variable):
                causes[variable.name, default: []].append(Cause(.inputUnscoped, on: promised.name.value))
            case .exact, .otherCase, .none(near: nil): break
            }
        }
        return causes
    }
}
