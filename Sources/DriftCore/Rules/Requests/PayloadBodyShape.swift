import PastedRequests

extension Rules {
    static let payloadBodyShape = Rule<RequestComparison>(
        id: "payload-body-shape",
        severity: .error,
        summary: "The body is not an object",
        explanation: """
            The body of a launch is one object with the members `flowId`, `flowVersion`, `inputData` and `name`. The \
            API refuses an array, a string with the object as text, or an object around the object, mostly with \
            "Failed to parse request body". One request starts one flow. If the code sends its \
            launches through a gateway of your own (`via: custom` in the contract), the contract says where the \
            gateway's body has the inputs, and in which shape.

            Send the object itself.
            """
    ) { comparison in
        guard let root = comparison.document?.root else { return [] }
        if comparison.isLaunch || comparison.root == nil {
            guard let body = comparison.root else {
                return [
                    Evidence(
                        "The contract's JSON pointer to the body matches nothing in this file",
                        at: comparison.place(root),
                        on: "body",
                        fix: Fix("under `payloads` in the contract, correct the JSON pointer after '#'")
                    )
                ]
            }
            if let inside = body.launchInside { return [comparison.evidence(on: body, holding: inside)] }
            guard body.textualLaunch != nil || body.kind != .object && !body.isUnknownContent else { return [] }
            return [
                Evidence(
                    body.shownAsBody + "; a launch is one object",
                    at: comparison.place(body),
                    on: "body",
                    fix: Fix(body.fixAsBody)
                )
            ]
        }
        return comparison.gatewayEvidence
    }
}

extension JSONNode {
    /// What the body is instead of a launch, as the start of a message.
    fileprivate var shownAsBody: String {
        if kind == .array, record.count > 1, elements.allSatisfy({ $0.kind == .object }) {
            return "The body is an array of \(record.count) objects"
        }
        guard textualLaunch != nil else { return "The body is \(shown)" }
        return kind == .object
            ? "The body has the launch as text in a string" : "The body is a string that contains the launch as text"
    }

    fileprivate var fixAsBody: String {
        if kind == .array, record.count > 1, elements.allSatisfy({ $0.kind == .object }) {
            return "send each in its own request"
        }
        return textualLaunch == nil ? "send an object with 'flowId' and 'inputData'" : "send the object itself"
    }
}

extension RequestComparison {
    /// The evidence on a body that contains the launch in an array or another object.
    fileprivate func evidence(on body: JSONNode, holding inside: JSONNode.LaunchInside) -> Evidence {
        let name = inside.member?.name
        return Evidence(
            name.map { "The launch is inside '\(Shown.text($0.text))'; it must be the body itself" }
                ?? "The body is an array with one object in it; a launch is the object itself",
            at: place(name ?? body),
            on: "body",
            fix: Fix(
                name == nil ? "send the object without the array" : "send the inner object as the body",
                edit: body.edit(OrderedJSON(inside.launch))
            )
        )
    }

    /// The evidence if the inputs aren't where the contract says that the gateway expects them, or in another shape.
    fileprivate var gatewayEvidence: [Evidence] {
        guard let gateway = contract?.launch?.gateway, let root else { return [] }
        let isThere = body != nil
        guard !isThere || body?.sentInputs.contains(where: { $0.shape == .other }) ?? false else { return [] }
        return [
            Evidence(
                isThere
                    ? "The inputs at '\(gateway.at)' are not a \(gateway.shape.rawValue), contrary to the contract"
                    : "The body has nothing at '\(gateway.at)', where the contract says that the inputs are",
                at: place(root.node(at: gateway.at) ?? root),
                on: "body",
                fix: Fix("send the inputs as the contract says, or correct `custom` in the contract")
            )
        ]
    }
}
