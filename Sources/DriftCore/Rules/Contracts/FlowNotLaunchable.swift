import PastedRequests

extension Rules {
    static let flowNotLaunchable = Rule<Comparison>(
        id: "flow-not-launchable",
        severity: .warning,
        summary: "A launch by API starts a flow that is not a workflow",
        explanation: """
            Workflows are the only flows that are documented as launchable by `POST /api/v2/flows/executions`. The API \
            may refuse a launch of a flow of another type. The rule checks requests, and contracts with `via: \
            flow-execution`. It does not check a contract without `via`, which does not say how the flow is started.

            Launch a workflow. Or start the flow as its type requires: a bot by a session, a call flow by a call. In \
            the contract, leave `via` out, or write `via: custom` and describe the body that the code sends.
            """
    ) { comparison in
        let launch = comparison.contract.launch
        guard launch?.via == .flowExecution, let position = launch?.placeOfVia, !comparison.key.type.isLaunchable else {
            return []
        }
        let place = comparison.contract.place(position)
        return [comparison.key.evidenceOfLaunch(at: place, fix: "leave `via` out, or write `via: custom`")]
    }

    static let flowNotLaunchableOnRequests = flowNotLaunchable.onOthers { (comparison: RequestComparison) in
        guard let (key, place) = comparison.launchedFlow, !key.type.isLaunchable else { return [] }
        return [
            key.evidenceOfLaunch(
                at: place,
                fix: "launch a workflow instead, or start the \(key.type) without this API"
            )
        ]
    }
}

extension FlowKey {
    fileprivate func evidenceOfLaunch(at place: Place, fix: String) -> Evidence {
        Evidence(
            "'\(self)' is not a workflow; launches are only documented for workflows, and the API may refuse other "
                + "types",
            at: place,
            contrast: Contrast("workflow", type.name),
            fix: Fix(fix)
        )
    }
}

extension RequestComparison {
    /// The flow that a launch starts and the place of its id, or `nil` if the flow is unknown or a contract names the
    /// request.
    fileprivate var launchedFlow: (key: FlowKey, place: Place)? {
        // The finding on the contract reports the flow's type.
        guard contract == nil else { return nil }
        guard case .id(let id, let node)? = sentID else { return flow.map { ($0.key, startOfBody) } }
        let key = surroundings.entries.first { $0.id == id }?.key ?? flow?.key
        return key.map { ($0, place(node)) }
    }
}
