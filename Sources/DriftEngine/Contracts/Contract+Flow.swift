package import DriftCore

extension Contract {
    /// The flows that the contract is about in some environments, and the one that it names for all of them.
    func flowKeys(in environments: [EnvironmentName]) -> Set<FlowKey> {
        Set((environments.map(Optional.some) + [nil]).compactMap { flowKey(in: $0) })
    }

    /// Whether the contract is about a flow in one of some environments, or wherever its name doesn't depend on one.
    package func mayBe(about key: FlowKey, in environments: some Collection<EnvironmentName>) -> Bool {
        if flowKey(in: nil) == key { return true }
        return environments.contains { holds(in: $0) && flowKey(in: $0) == key }
            || (self.environments ?? [:]).keys.contains { flowKey(in: $0) == key }
    }
}
