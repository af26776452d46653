/// Says for each flow how many of its callers break.
public struct Impact {
    private let graph: CallerGraph

    /// Makes the impact on the callers of a graph.
    public init(graph: CallerGraph) {
        self.graph = graph
    }

    /// A remark for each flow with several callers, if at least one of the callers breaks; sorted by flow.
    ///
    /// The findings say enough about a flow with a single caller.
    public func remarks(on findings: [Finding]) -> [Remark] {
        let own = findings.filter { $0.severity == .error && $0.environment == graph.environment }
        let groups = Dictionary(grouping: own.filter { $0.flow != nil }) { $0.flow }
        return groups.compactMap { flow, findings in flow.flatMap { remark(on: $0, findings) } }
            .sorted { $0.text < $1.text }
    }

    private func remark(on flow: FlowKey, _ findings: [Finding]) -> Remark? {
        let callers = graph.callers(of: flow)
        let broken = callers.filter { caller in findings.contains { $0.concerns(caller) } }
        guard !broken.isEmpty, callers.count > 1 else { return nil }
        let names = Set(broken.map { $0.owner ?? $0.name }).sorted()
        let environment = graph.environment.map { " in \($0)" } ?? ""
        let count = broken.count == callers.count ? "all \(callers.count)" : "\(broken.count) of the \(callers.count)"
        let verb = broken.count == 1 ? "breaks" : "break"
        return Remark(
            "'\(flow)'\(environment): \(count) callers \(verb) (\(names.joined(separator: ", ")))",
            kind: .impact
        )
    }
}
