extension DriftRule {
    /// Reports each place where a body that a contract names does not keep to the contract.
    static let payloadContractBroken = DriftRule(
        id: "payload-contract-broken",
        severity: .error,
        summary: "A body that the contract names does not keep to the contract",
        explanation: """
            The contract says what the code sends, and the body that it names under `payloads` says otherwise: an \
            input that the contract does not have, one that it says is always sent and is not, or another type. What \
            is judged against the flow is then not what the code does.

            Put the contract right, or the body.
            """
    ) { (comparison: RequestComparison) in
        guard let launch = comparison.contract?.launch, let body = comparison.body else { return [] }
        let promised = Dictionary(launch.inputs.map { ($0.name.value, $0) }) { first, _ in first }
        let known = comparison.inputs.filter { !$0.sent.name.isUnknownContent }
        let present = known.flatMap { sent, match in comparison.evidence(on: sent, match, promised[sent.name.text]) }
        guard !body.hasUnseenInputs else { return present }
        let names = Set(known.map { $0.sent.name.text.lowercased() })
        let missing = launch.inputs.filter { $0.sent == .always && !names.contains($0.name.value.lowercased()) }
        return present
            + missing.map { input in
                Evidence(
                    "Input '\(input.name.value)' is always sent, the contract says; the body does not have it",
                    at: comparison.startOfInputs,
                    on: input.name.value,
                    contrast: Contrast(input.name.value, nil),
                    fix: Fix("send it, or write `sent: sometimes` in the contract")
                )
            }
    }
}

extension RequestComparison {
    /// What of an input does not keep to the contract; what does not keep to the flow is reported already.
    fileprivate func evidence(
        on input: SentInputs.Input,
        _ match: VariableMatch?,
        _ promised: Contract.Input?
    ) -> [Evidence] {
        guard let promised else {
            if case .exact? = match {} else if match != nil { return [] }
            return [
                Evidence(
                    "Input '\(Shown.text(input.name.text))' is sent by the body; the contract does not have it",
                    at: place(input.name),
                    on: input.name.text,
                    contrast: Contrast(nil, input.name.text),
                    fix: Fix("put it into the contract's inputs, or stop sending it")
                )
            ]
        }
        let type = promised.type.value
        let isReported = match?.variable.map { !ValueFit.problems(of: input.value, as: $0.type).isEmpty } ?? false
        guard !isReported else { return [] }
        return ValueFit.problems(of: input.value, as: type).compactMap { problem in
            guard case .type(let node) = problem else { return nil }
            return Evidence(
                "Input '\(promised.name.value)' is \(type) in the contract; the body sends \(node.shown)",
                at: place(node),
                on: promised.name.value,
                contrast: Contrast("\(type)", node.shown),
                fix: Fix("send \(type.phrase), or correct the contract")
            )
        }
    }
}
