extension Comparison {
    struct PayloadLaunches {
        /// The launches that start the contract's flow, or whose flow is unknown but probably the contract's.
        var requests: [RequestComparison] = []

        /// The number of requests that start no flow.
        var others = 0

        var ofOtherFlows: [(place: Place, flow: FlowKey)] = []

        /// The launches of which it's unknown which flow they start.
        var unclear: [(place: Place, id: FlowID)] = []

        /// The files without a launch of the contract's flow.
        var withoutOwn: [Contract.Payload] = []
    }

    /// The launches in the contract's payloads; none if the flow doesn't exist.
    ///
    /// - Parameter entries: The flows of the environment, whose ids identify launches of other flows.
    /// - Returns: The launches, and what is known about the others.
    func payloadLaunches(among entries: [FlowEntry]) -> PayloadLaunches {
        var launches = PayloadLaunches()
        guard let flow = found?.flow, flow.hasInterface, let launch = contract.launch else { return launches }
        for payload in launch.payloads {
            guard let bytes = payload.bytes else { continue }
            let text = PayloadText(bytes, pointer: payload.pointer, via: launch.via)
            launches.others += text.others
            let requests = text.requests.map { request in
                RequestComparison(
                    request,
                    file: payload.file ?? payload.path,
                    pointer: text.pointer,
                    contract: contract,
                    in: RequestSurroundings(flow: flow, environment: environment)
                )
            }
            launches.add(requests, of: payload, own: ids(of: flow), entries)
        }
        return launches
    }

    /// The ids of the contract's flow: in this environment, and in those for which the contract gives an id.
    private func ids(of flow: Flow) -> Set<FlowID> {
        Set([flow.id].compactMap(\.self) + (contract.environments ?? [:]).values.compactMap { $0.id?.value })
    }
}

extension Comparison.PayloadLaunches {
    /// Adds the launches of a file, except those of other flows.
    ///
    /// The only launch of a file is meant for the contract's flow. If a file has several, an id may be from another
    /// environment, whose flows are unknown.
    fileprivate mutating func add(
        _ launches: [RequestComparison],
        of payload: Contract.Payload,
        own: Set<FlowID>,
        _ entries: [FlowEntry]
    ) {
        guard launches.count > 1 else { return requests += launches }
        let count = requests.count
        let holdsOwn = launches.contains { $0.flowIDSent.map(own.contains) ?? false }
        for launch in launches {
            guard let id = launch.flowIDSent, !own.contains(id) else {
                requests.append(launch)
                continue
            }
            if let other = entries.first(where: { $0.id == id }), other.key != launch.flow?.key {
                ofOtherFlows.append((launch.startOfBody, other.key))
            } else if holdsOwn {
                unclear.append((launch.startOfBody, id))
            } else {
                requests.append(launch)
            }
        }
        if requests.count == count { withoutOwn.append(payload) }
    }
}
