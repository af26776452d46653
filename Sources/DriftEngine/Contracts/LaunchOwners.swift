import DriftCore

/// Finds the contracts that a launch belongs to.
struct LaunchOwners {
    private let contracts: [Contract]
    private let flows: Once<[FlowID: FlowKey]>
    private var numbersByID: [FlowID: [Int]] = [:]

    private let environments: [EnvironmentName]

    init(_ contracts: [Contract], flows: Once<[FlowID: FlowKey]>, environments: [EnvironmentName]) {
        self.contracts = contracts
        self.environments = environments
        self.flows = flows
        for (number, contract) in contracts.enumerated() {
            for id in Set((contract.environments ?? [:]).values.compactMap { $0.id?.value }) {
                numbersByID[id, default: []].append(number)
            }
        }
    }

    /// The indices of the contracts about a flow, or `nil` if the flow is unknown.
    func contracts(of target: RecordedLaunch.Target) -> [Int]? {
        switch target {
        case .flow(let key): contracts(of: key)
        case .id(let id): numbersByID[id] ?? (try? flows.get())?[id].map { contracts(of: $0) }
        case .unknown: nil
        }
    }

    private func contracts(of key: FlowKey) -> [Int] {
        let sure = contracts.indices.filter { contracts[$0].mayBe(about: key, in: environments) }
        // If no environment is known, `{environment}` in a flow's name may be any text.
        return sure.isEmpty && environments.isEmpty ? contracts.indices.filter { contracts[$0].covers(key) } : sure
    }
}
