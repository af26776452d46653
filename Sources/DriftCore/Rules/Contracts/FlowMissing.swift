extension Rules {
    static let flowMissing = Rule<Comparison>(
        id: "flow-missing",
        severity: .error,
        summary: "The contract's flow does not exist",
        explanation: """
            No flow has the name that the contract relies on, so every launch fails. Most often the flow was renamed \
            or moved to another type. flowdrift also does not see a flow if its role in the org does not cover the \
            flow's division.

            Put the flow's current name into the contract, or restore the flow. If the contract need not hold in this \
            environment, list the other environments under the contract's `environments`.
            """
    ) { comparison in
        guard case .missing(let entries, _) = comparison.subject else { return [] }
        let id = comparison.contract.promisedID(in: comparison.environment)?.value ?? comparison.formerID
        let message = "Flow \(comparison.flowPhrase) does not exist"
        if let id, let renamed = entries.first(where: { $0.id == id }) {
            return [
                Evidence(
                    "\(message); the flow with the id \(id) is now called '\(renamed.key.name)'",
                    at: comparison.placeOfFlow,
                    contrast: Contrast("\(comparison.key)", "\(renamed.key)"),
                    fix: Fix("name the flow '\(renamed.key)' in the contract, if the flow still does the same"),
                    causes: [Cause(.flowTypeChanged)],
                    flowCause: FlowCause(.missing, of: comparison.key)
                )
            ]
        }
        let near = comparison.nearFlow(among: entries)
        return [
            Evidence(
                message + (near.map { "; did you mean '\($0)'?" } ?? ""),
                at: comparison.placeOfFlow,
                contrast: Contrast("\(comparison.key)", nil),
                fix: near.map { Fix("name the flow '\($0)' in the contract, if that is the one") }
                    ?? Fix("correct the name in the contract, restore the flow, or take a new snapshot of a new flow"),
                flowCause: FlowCause(.missing, of: comparison.key)
            )
        ]
    }
}

extension Comparison {
    /// The flow that was probably meant: one of the same type with a similar name, or of another type with the same
    /// name.
    fileprivate func nearFlow(among entries: [FlowEntry]) -> FlowKey? {
        let sameType = entries.filter { $0.key.type == key.type }.map(\.key.name)
        if let name = NearName.best(for: key.name, among: sameType) { return FlowKey(type: key.type, name: name) }
        return entries.map(\.key).first { $0.name == key.name }
    }
}
