extension Rules {
    static let inputNotSent = Rule<Comparison>(
        id: "input-not-sent",
        severity: .warning,
        summary: "The contract does not send an input that has no default",
        explanation: """
            Inputs are optional at launch. An input that is not sent gets its initial value; without one, the flow \
            runs with the input not set. A trigger or another contract may fill the input, but that doesn't help this \
            contract's launches. If the input is also new, this is an error, because every launch leaves it out. New \
            means new since the snapshot (`check --live`, `plan`), or since the revision of `--base`. If it is unknown \
            whether the flow reads the input, this is a note, or a warning for a new input. An input that the flow \
            never reads is not reported.

            Send the input, or give it an initial value in Architect. If the code leaves the input out on purpose, \
            write `{ sent: never }` for it in the contract.
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
                        "send '\(variable.name)', give it an initial value in the flow, or write "
                            + "`{ sent: never }` for it in the contract"
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
    /// Whether a value that is sent under the name certainly reaches the flow.
    fileprivate var isSent: Bool {
        switch self {
        case .exact, .otherCase: true
        case .scoped, .none: false
        }
    }
}

extension FlowComparison {
    /// The findings on wrong names under which the contract sends inputs, by the names of the flow's inputs.
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
