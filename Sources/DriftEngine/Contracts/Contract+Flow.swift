package import DriftCore

extension Contract {
    /// The flows that the contract is about in some environments, and the flow that it names without an environment.
    func flowKeys(in environments: [EnvironmentName]) -> Set<FlowKey> {
        Set((environments.map(Optional.some) + [nil]).compactMap { flowKey(in: $0) })
    }

    /// Whether the contract may be about a flow.
    ///
    /// A contract may name another flow in each environment. It is about the flow that it names without an environment,
    /// about those for `environments`, and about those for the environments that it lists.
    package func mayBe(about key: FlowKey, in environments: some Collection<EnvironmentName>) -> Bool {
        if flowKey(in: nil) == key { return true }
        return environments.contains { holds(in: $0) && flowKey(in: $0) == key }
            || (self.environments ?? [:]).keys.contains { flowKey(in: $0) == key }
    }
}
