package import DriftCore

/// The flows of a project's snapshots.
///
/// Each property is read when it is first used.
package struct KnownFlows: Sendable {
    /// The flows by id.
    let ids: Once<[FlowID: FlowKey]>

    private let names: Once<[EnvironmentName]>
    private let all: Once<[Flow]>

    /// Makes the flows of a project.
    ///
    /// - Parameters:
    ///   - environments: Finds the environments of the project.
    ///   - ids: Finds the flows by id.
    ///   - flows: Reads every flow of every environment, and leaves out the flows that can't be read.
    package init(
        environments: @escaping @Sendable () -> [EnvironmentName] = { [] },
        ids: @escaping @Sendable () -> [FlowID: FlowKey] = { [:] },
        flows: @escaping @Sendable () -> [Flow] = { [] }
    ) {
        names = Once { () throws(ReadingError) in environments() }
        self.ids = Once { () throws(ReadingError) in ids() }
        all = Once { () throws(ReadingError) in flows() }
    }

    /// The environments of the project.
    package var environments: [EnvironmentName] { (try? names.get()) ?? [] }

    private func flows() -> [Flow] { (try? all.get()) ?? [] }

    /// The flows by type and name.
    package func keys() -> Set<FlowKey> { Set(flows().map(\.key)) }

    /// Whether no flow is known.
    ///
    /// If so, there is nothing to compare a mentioned name with.
    package var isEmpty: Bool { flows().isEmpty }

    /// The outputs of a contract's flow in any environment, in lower case.
    func outputs(of contract: Contract) -> Set<String> {
        let keys = contract.flowKeys(in: environments)
        return Set(flows().filter { keys.contains($0.key) }.flatMap { $0.outputs.map { $0.name.lowercased() } })
    }

    /// The mentioned names that no flow of any environment declares, each once, with the number of places that mention
    /// it.
    package func unknown(_ names: [MentionedInputs.Input]) -> [UnknownName] {
        let flows = flows()
        guard !flows.isEmpty else { return [] }
        let inputs = Set(flows.flatMap { $0.inputs.map(\.name) })
        let all = Set((inputs.map { $0.lowercased() }) + flows.flatMap { $0.outputs.map { $0.name.lowercased() } })
        let groups = Dictionary(grouping: names.filter { !all.contains($0.name.lowercased()) }, by: \.name)
        let sorted = inputs.sorted()
        return groups.values.compactMap { places in
            places.min { $0.place < $1.place }.map { first in
                UnknownName(
                    first,
                    count: Set(places.map(\.place)).count,
                    near: NearName.best(for: first.name, among: sorted)
                )
            }
        }
        .sorted { $0.input.place < $1.input.place }
    }
}
