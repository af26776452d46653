extension DriftRule {
    /// Reports a body that is JSON, but no object.
    static let payloadBodyShape = DriftRule(
        id: "payload-body-shape",
        severity: .error,
        summary: "The body is not an object",
        explanation: """
            A launch is one object with the members `flowId`, `flowVersion`, `inputData` and `name`. An array, or a \
            string that holds the object as text, is refused, mostly with "Failed to parse request body". One request \
            starts one flow. Behind a gateway, the contract says where the inputs stand and in which shape.

            Send the object itself.
            """
    ) { (comparison: RequestComparison) in
        guard let root = comparison.document?.root else { return [] }
        if comparison.isLaunch || comparison.root == nil {
            guard let body = comparison.root else {
                return [
                    Evidence(
                        "Nothing stands where the contract says that the body is",
                        at: comparison.place(root),
                        on: "body",
                        fix: Fix("correct the JSON pointer behind '#' in the contract")
                    )
                ]
            }
            guard body.kind != .object, !body.isUnknownContent else { return [] }
            return [
                Evidence(
                    "The body is \(body.shown); a launch is one object",
                    at: comparison.place(body),
                    on: "body",
                    fix: Fix("send an object with 'flowId' and 'inputData'")
                )
            ]
        }
        return comparison.gatewayEvidence
    }
}

extension RequestComparison {
    /// What a body does not have that a gateway expects.
    fileprivate var gatewayEvidence: [Evidence] {
        guard let gateway = contract?.launch?.gateway, let root else { return [] }
        let isThere = body != nil
        guard !isThere || body?.sentInputs.contains(where: { $0.shape == .other }) ?? false else { return [] }
        return [
            Evidence(
                isThere
                    ? "The inputs at '\(gateway.at)' are not a \(gateway.shape.rawValue), as the contract says"
                    : "Nothing stands at '\(gateway.at)', where the contract says that the inputs are",
                at: place(root.node(at: gateway.at) ?? root),
                on: "body",
                fix: Fix("send the inputs there, or correct `custom` in the contract")
            )
        ]
    }
}
