extension Comparison {
    /// The bodies that the contract names, each beside the contract and its flow; none where there is no flow.
    var payloadRequests: [RequestComparison] {
        guard let flow = found?.flow, flow.hasInterface else { return [] }
        return (contract.launch?.payloads ?? []).compactMap { payload in
            guard let bytes = payload.bytes else { return nil }
            return RequestComparison(
                RequestTextReader().read(bytes),
                file: payload.file ?? payload.path,
                pointer: payload.pointer,
                contract: contract,
                in: RequestSurroundings(flow: flow, environment: environment)
            )
        }
    }
}
