extension Comparison {
    /// The launches of the files that a contract names.
    struct PayloadLaunches {
        /// Those that start the contract's flow, as far as is known, each beside the contract and the flow.
        var requests: [RequestComparison] = []

        /// How many requests of the files start no flow.
        var others = 0

        /// Those that start another flow, by the place of each.
        var ofOtherFlows: [(place: Place, flow: FlowKey)] = []

        /// Those of which nobody knows which flow they start.
        var unclear: [(place: Place, id: FlowID)] = []

        /// The files of which no launch is judged.
        var withoutOwn: [Contract.Payload] = []
    }

    /// The launches that the contract's payloads hold; none where there is no flow.
    ///
    /// - Parameter entries: The flows of the environment, by whose ids launches of other flows are recognised.
    /// - Returns: The launches, and what there is to say of the others.
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

    /// The ids that the contract's flow has: here, and in other environments by the contract.
    private func ids(of flow: Flow) -> Set<FlowID> {
        Set([flow.id].compactMap(\.self) + (contract.environments ?? [:]).values.compactMap { $0.id?.value })
    }
}

extension Comparison.PayloadLaunches {
    /// Adds the launches of a file, without those that start another flow.
    ///
    /// A launch alone in its file is surely meant for the contract's flow. The ids of several may be those of another
    /// environment, whose flows nobody knows here.
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
