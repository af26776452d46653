extension Rules {
    static let inputUndeclared = Rule<Comparison>(
        id: "input-undeclared",
        severity: .error,
        summary: "The contract sends an input that the flow does not declare",
        explanation: """
            The flow never sees the value. It is not documented what the API does with an unknown name. The API may \
            answer 400, or start the flow without the value. Most often the input was renamed in Architect. If the \
            contract lists the input as `sent: never`, this is a note, because the entry has no effect.

            Send the input under its current name, or declare it again in the flow.
            """
    ) { comparison in
        comparison.evidenceOnOmittedInputs
            + comparison.evidenceOnInputs { input, match in
                guard case .none(let near) = match else { return nil }
                let name = input.name.value
                let message = "Input '\(name)' (\(input.type.value)) is not declared by \(comparison.flowPhrase)"
                guard let near else {
                    return Evidence(
                        message + "; the contract sends it",
                        at: comparison.contract.place(ofNameOf: input),
                        on: name,
                        contrast: Contrast("\(name): \(input.type.value)", nil),
                        fix: Fix("declare '\(name)' as an input of the flow, or stop sending it")
                    )
                }
                return Evidence(
                    message + "; did you mean '\(near.name)'?",
                    at: comparison.contract.place(ofNameOf: input),
                    on: name,
                    contrast: Contrast("\(name): \(input.type.value)", nil),
                    fix: comparison.replacing(input, by: near, or: "declare '\(name)' again in the flow")
                )
            }
    }
}

extension Comparison {
    /// Notes on inputs with `sent: never` that the flow doesn't have: harmless, but the entries are useless.
    fileprivate var evidenceOnOmittedInputs: [Evidence] {
        guard let launch = contract.launch, let flow = found?.flow else { return [] }
        return launch.omittedInputs.compactMap { name in
            guard !flow.inputs.contains(where: { VariableName.areAlike($0.name, name.value) }) else { return nil }
            let free = flow.inputs.filter { !contract.sends($0) }.map(\.name)
            let near = NearName.best(for: name.value, among: free)
            return Evidence(
                "Input '\(name.value)' is not declared by \(flowPhrase)"
                    + (near.map { "; did you mean '\($0)'?" } ?? "; the contract says that it is never sent"),
                at: place(of: name),
                on: name.value,
                severity: .note,
                contrast: Contrast(name.value, near),
                fix: Fix(
                    near.map { "write '\($0)' if the contract means that input, or remove this one" }
                        ?? "remove the input from the contract"
                )
            )
        }
    }
}
