import PastedRequests

extension Rules {
    static let payloadContractBroken = Rule<RequestComparison>(
        id: "payload-contract-broken",
        severity: .error,
        summary: "A body that the contract lists does not match the contract",
        explanation: """
            The contract says what the code sends, but a body that it lists under `payloads` differs. The body has an \
            input that the contract does not list, or lists as never sent. Or the body lacks an input that is always \
            sent, or sends another type. Then flowdrift checks the flow against inputs that the code does not send. A \
            value of null counts as not sent.

            Correct the contract or the body.
            """
    ) { comparison in
        guard let launch = comparison.contract?.launch, let body = comparison.body else { return [] }
        let promised = Dictionary(launch.inputs.map { ($0.name.value, $0) }) { first, _ in first }
        let known = comparison.inputs.filter { !$0.sent.name.isUnknownContent }
        let never = Set(launch.omittedInputs.map { $0.value.lowercased() })
        let present = known.flatMap { sent, match in
            never.contains(sent.name.text.lowercased())
                ? comparison.evidence(onOmitted: sent) : comparison.evidence(on: sent, match, promised[sent.name.text])
        }
        guard !body.hasUnseenInputs else { return present }
        let names = Set(known.lazy.filter { !$0.sent.isNull }.map { $0.sent.name.text.lowercased() })
        let missing = launch.inputs.filter { $0.sent == .always && !names.contains($0.name.value.lowercased()) }
        return present
            + missing.map { input in
                // Its value is null: an input that has another value isn't missing.
                let null = known.first { VariableName.areAlike($0.sent.name.text, input.name.value) }
                return Evidence(
                    "The contract says that each launch sends input '\(input.name.value)' (`sent: always`), but "
                        + (null.map { "in the body, its value is `\($0.sent.value.shown)`, which counts as not sent" }
                            ?? "the body does not have the input"),
                    at: null.map { comparison.place($0.sent.value) } ?? comparison.startOfInputs,
                    on: input.name.value,
                    contrast: Contrast(input.name.value, nil),
                    fix: Fix("send the input, or write `sent: sometimes` for it in the contract")
                )
            }
    }
}

extension RequestComparison {
    fileprivate func evidence(onOmitted input: SentInputs.Input) -> [Evidence] {
        guard !input.isNull else { return [] }
        let name = Shown.text(input.name.text)
        return [
            Evidence(
                "The contract says `sent: never` for input '\(name)', but the body sends the input",
                at: place(input.name),
                on: input.name.text,
                contrast: Contrast(nil, name),
                fix: Fix("stop sending the input, or replace `sent: never` with the input's type in the contract")
            )
        ]
    }

    /// The evidence on an input that differs from the contract; other rules report differences from the flow.
    fileprivate func evidence(
        on input: SentInputs.Input,
        _ match: VariableMatch?,
        _ promised: Contract.Input?
    ) -> [Evidence] {
        guard let promised else {
            return [
                Evidence(
                    "The body sends input '\(Shown.text(input.name.text))', which the contract does not list",
                    at: place(input.name),
                    on: input.name.text,
                    contrast: Contrast(nil, input.name.text),
                    fix: Fix("add the input to the contract, or stop sending it"),
                    causes: match?.causes(on: input.name.text) ?? []
                )
            ]
        }
        let type = promised.type.value
        let name = match?.variable?.name
        let causes = name.map {
            [
                Cause(.payloadInputType, on: $0, isInSameFile: true),
                Cause(.payloadInputForm, on: $0, isSameFact: true, isInSameFile: true),
            ]
        }
        return ValueFit.problems(of: input.value, as: type).compactMap { problem in
            guard case .type(let node) = problem else { return nil }
            return Evidence(
                "Input '\(promised.name.value)' is \(type) in the contract; the body sends \(node.shown)",
                at: place(node),
                on: promised.name.value,
                contrast: Contrast("\(type)", node.shown),
                fix: Fix("send \(type.phrase), or correct the input's type in the contract"),
                causes: causes ?? []
            )
        }
    }
}

extension VariableMatch {
    /// The findings that already report an input's name in a body; empty if the flow has exactly that name.
    fileprivate func causes(on name: String) -> [Cause] {
        switch self {
        case .exact: []
        case .otherCase: [Cause(.payloadInputCase, on: name, isSameFact: true, isInSameFile: true)]
        case .scoped: [Cause(.payloadInputUnscoped, on: name, isInSameFile: true)]
        case .none: [Cause(.payloadInputUndeclared, on: name, isInSameFile: true)]
        }
    }
}
