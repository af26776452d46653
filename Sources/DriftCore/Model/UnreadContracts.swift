/// The contracts that a run didn't read, which may be sources of a flow's inputs.
public struct UnreadContracts: Sendable {
    /// The unread contracts whose flow is known; each has only its name, flow and environments.
    public var heads: [Contract] = []

    /// Whether there may be other unread contracts, which may be for any flow.
    public var mayBeOfAnyFlow = false

    /// Why the contracts were not read.
    public var reason: Reason = .unreadable

    /// Why contracts were not read.
    public enum Reason: Sendable {
        case unreadable
        /// The user limited the run to other contracts.
        case notAskedFor
    }

    /// Makes an empty set.
    public init() {}

    /// Keeps the findings that hold whatever the unread contracts say, and makes the others unknowns.
    ///
    /// - Parameters:
    ///   - findings: The findings in an environment.
    ///   - contracts: The contracts that were read and must hold in the environment. If the environment has no name, a
    ///     contract whose flow's name depends on that name may be for any flow of its type.
    ///   - environment: The environment, or `nil` if the flows come from no named environment.
    /// - Returns: The findings that hold, and the unknowns.
    public func settling(
        _ findings: [Finding],
        of contracts: [Contract],
        in environment: EnvironmentName?
    ) -> (findings: [Finding], unknowns: [Unknown]) {
        let nameless = environment == nil ? contracts.filter { $0.flowKey(in: nil) == nil } : []
        guard mayBeOfAnyFlow || !heads.isEmpty || !nameless.isEmpty else { return (findings, []) }
        var (kept, unknowns): ([Finding], [Unknown]) = ([], [])
        for finding in findings {
            guard finding.restsOnContracts, let flow = finding.flow,
                mayFill(flow, in: environment) || nameless.contains(where: { $0.flow.type == flow.type })
            else {
                kept.append(finding)
                continue
            }
            unknowns.append(unknown(finding))
        }
        return (kept, unknowns)
    }

    private func mayFill(_ flow: FlowKey, in environment: EnvironmentName?) -> Bool {
        mayBeOfAnyFlow
            || heads.contains { head in
                head.holds(in: environment)
                    && head.flowKey(in: environment).map { $0 == flow } ?? (head.flow.type == flow.type)
            }
    }

    private func unknown(_ finding: Finding) -> Unknown {
        let input = finding.subject.map { "'\($0)'" } ?? "the input"
        let trigger = finding.trigger.map { "trigger '\($0)'" } ?? "a trigger"
        let other = reason == .unreadable ? "a contract that could not be read" : "a contract that was not read"
        return Unknown(
            reason: "\(trigger) leaves \(input) empty, but \(other) may fill \(input)",
            fix: reason == .unreadable
                ? "correct the contracts that could not be read" : "check all contracts in one run",
            flow: finding.flow,
            environment: finding.environment,
            place: finding.place
        )
    }
}
