import DriftCore
import SourceScan

/// Finds the flow that a launch in source code starts, among the flows of contracts and snapshots.
struct LaunchResolver {
    private let owners: LaunchOwners
    private let contracts: [Contract]

    /// The flows of contracts and snapshots by name, without names that flows of several types have.
    private let byName: [String: FlowKey]

    private let byID: Once<[FlowID: FlowKey]>

    /// Makes a resolver.
    ///
    /// - Parameters:
    ///   - contracts: The contracts of the project.
    ///   - flows: The flows of the snapshots by id.
    ///   - keys: The flows of the snapshots.
    ///   - environments: The environments of the project.
    init(
        _ contracts: [Contract],
        flows: Once<[FlowID: FlowKey]>,
        keys: some Sequence<FlowKey>,
        environments: [EnvironmentName]
    ) {
        self.contracts = contracts
        owners = LaunchOwners(contracts, flows: flows, environments: environments)
        byID = flows
        var known = Set(keys)
        for contract in contracts { known.formUnion(contract.flowKeys(in: environments)) }
        byName = Dictionary(grouping: known, by: \.name).compactMapValues { $0.count == 1 ? $0.first : nil }
    }

    /// The flow that a launch starts, or the reason why the flow is unknown.
    func target(of flow: LaunchedFlow) -> (target: RecordedLaunch.Target, reason: String?) {
        switch flow {
        case .id(let written):
            guard let id = FlowID(written.value) else { return (.unknown, "the flow's id is malformed") }
            return ((try? byID.get())?[id].map { .flow($0) } ?? .id(id), nil)
        case .name(let written):
            return (.flow(byName[written.value] ?? FlowKey(type: .workflow, name: written.value)), nil)
        case .unknown(let reason, let candidates):
            let found = candidates.lazy.compactMap { byName[$0.value] }.first
            return found.map { (.flow($0), nil) } ?? (.unknown, reason)
        }
    }

    /// The indices of the contracts about a flow; empty if there are none, or if the flow is unknown.
    func contracts(of target: RecordedLaunch.Target) -> [Int] { owners.contracts(of: target) ?? [] }
}

extension SourceLaunch {
    /// Makes the launch at a site in a file, with its flow and contracts.
    init(_ site: LaunchSite, in file: String, _ language: String, _ resolver: LaunchResolver, names: [String]) {
        self.init(
            at: Place(file: file, position: site.position),
            language: language,
            setting: Setting(rawValue: site.setting.rawValue) ?? .document,
            inputs: site.inputs.map { mention in
                Input(
                    mention.name,
                    at: Place(file: file, position: mention.position),
                    Certainty(rawValue: mention.certainty.rawValue) ?? .file
                )
            },
            mayMentionMore: site.mayMentionMore
        )
        (target, reason) = resolver.target(of: site.flow)
        contracts = resolver.contracts(of: target).map { names[$0] }.sorted()
    }
}
