import PastedRequests

extension Rules {
    static let flowNotLaunchable = Rule<Comparison>(
        id: "flow-not-launchable",
        severity: .warning,
        summary: "A launch by API starts a flow that is not a workflow",
        explanation: """
            Workflows are the only flows that are documented as launchable by `POST /api/v2/flows/executions`; a \
            launch of another type may be refused. The rule looks at requests, and at contracts that write `via: \
            flow-execution`; a contract without `via` does not say how the flow is started.

            Launch a workflow, or start the flow as its type is started: a bot by a session, a call flow by a call. In \
            the contract, leave `via` out, or describe another body with `via: custom`.
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
                fix: "launch a workflow, or start the \(key.type) as its type is started"
            )
        ]
    }
}

extension FlowKey {
    fileprivate func evidenceOfLaunch(at place: Place, fix: String) -> Evidence {
        Evidence(
            "'\(self)' is not a workflow; only workflows are documented as launchable, so the launch may be refused",
            at: place,
            contrast: Contrast("workflow", type.name),
            fix: Fix(fix)
        )
    }
}

extension RequestComparison {
    /// The flow that a launch starts, with its place, or `nil` if it's unknown or a contract names the request.
    fileprivate var launchedFlow: (key: FlowKey, place: Place)? {
        // Then the flow's type is reported on the contract.
        guard contract == nil else { return nil }
        guard case .id(let id, let node)? = sentID else { return flow.map { ($0.key, startOfBody) } }
        let key = surroundings.entries.first { $0.id == id }?.key ?? flow?.key
        return key.map { ($0, place(node)) }
    }
}
