import DriftCore
import DriftEngine
import GenesysStub

/// The ids that a stand-in accepts for its flows, in addition to the flows' own ids.
///
/// Snapshots made from exports have no ids, but a service sends the id in its settings.
struct FlowAliases {
    /// The flows by id.
    private(set) var flows: [FlowID: FlowKey] = [:]

    /// Notices about ids in contracts that the stand-in already uses for another flow.
    private(set) var notices: [String] = []

    private let own: [FlowID: FlowKey]
    private let keys: Set<FlowKey>

    /// Prepares to add ids to the flows that are served.
    init(of served: [StubFlow]) {
        own = Dictionary(served.map { ($0.id, $0.key) }) { first, _ in first }
        keys = Set(served.map(\.key))
    }

    /// Adds the ids that a user gives, each as `workflow/Callback Request=UUID`.
    ///
    /// - Throws: ``RunFailure`` if a flow isn't served, or an id belongs to two flows.
    mutating func add(_ texts: [String]) throws {
        for text in texts {
            let (key, id) = try read(text)
            if let other = flows[id] ?? own[id], other != key {
                throw RunFailure.badUsage("--id \(text): \(id) is already the id of '\(other)'")
            }
            flows[id] = key
        }
    }

    private func read(_ text: String) throws -> (FlowKey, FlowID) {
        guard let sign = text.lastIndex(of: "="), let id = FlowID(String(text[text.index(after: sign)...])), id.isUUID
        else {
            throw RunFailure.badUsage("--id \(text): write a flow and a UUID, as 'workflow/Callback Request=UUID'")
        }
        let name = String(text[..<sign])
        if let key = FlowKey(name), keys.contains(key) { return (key, id) }
        let near = FlowKey.nearest(to: name, among: keys.sorted()).map { "did you mean '\($0)'?" }
        let first = keys.sorted().prefix(10).map { "'\($0)'" }.joined(separator: ", ")
        throw RunFailure.couldNotCheck(
            "--id \(text): the stand-in doesn't serve a flow '\(name)'; "
                + (near ?? (keys.isEmpty ? "it serves no flow" : "it serves \(first)" + (keys.count > 10 ? ", …" : "")))
        )
    }

    /// Adds the ids that contracts give for their environments.
    ///
    /// If contracts give one id to two flows, the id that a contract gives for `environment` counts.
    ///
    /// The ids of all environments are added, because a service's tests may use the settings of another environment.
    mutating func add(_ contracts: [Contract], preferring environment: EnvironmentName?) {
        let given = flows
        let named = contracts.flatMap { contract in
            (contract.environments ?? [:]).keys.map { (contract: contract, environment: $0) }
        }
        let sorted = named.sorted { left, right in
            let isFirst = (left.environment == environment, right.environment == environment)
            if isFirst.0 != isFirst.1 { return isFirst.0 }
            return (left.contract.file, left.environment) < (right.contract.file, right.environment)
        }
        for (contract, environment) in sorted {
            guard let id = contract.promisedID(in: environment), let key = contract.flowKey(in: environment),
                keys.contains(key), given[id.value] == nil
            else { continue }
            guard let other = own[id.value] ?? flows[id.value] else {
                flows[id.value] = key
                continue
            }
            if other != key {
                let place = Place(file: contract.file, position: id.position)
                notices.append("\(place): \(id.value) is the id of '\(other)' in the stand-in, not of '\(key)'")
            }
        }
    }
}

extension [Contract] {
    /// The contracts of each flow, in a named environment and in those that the contracts name.
    func byFlow(in environment: EnvironmentName?) -> [FlowKey: [Contract]] {
        var contracts: [FlowKey: [Contract]] = [:]
        for contract in self {
            let environments = [environment] + (contract.environments ?? [:]).keys.sorted()
            for key in Set(environments.compactMap { contract.flowKey(in: $0) }) {
                contracts[key, default: []].append(contract)
            }
        }
        return contracts
    }
}
