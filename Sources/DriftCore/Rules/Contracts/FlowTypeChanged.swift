extension Rules {
    static let flowTypeChanged = Rule<Comparison>(
        id: "flow-type-changed",
        severity: .error,
        summary: "The flow has another type than the contract says",
        explanation: """
            Only some types can be launched, and each type is started in its own way. A request that starts a workflow \
            does not start a bot.

            Write the flow's current type into the contract, and start the flow as that type requires. Or restore the \
            flow as it was.
            """
    ) { comparison in
        guard
            let entry = comparison.entryOfOtherType,
            let id = comparison.contract.promisedID(in: comparison.environment)?.value
        else { return [] }
        return [
            Evidence(
                "The flow with the id \(id) is '\(entry.key)'; the contract says \(comparison.flowPhrase)",
                at: comparison.placeOfFlow,
                contrast: Contrast("\(comparison.key)", "\(entry.key)"),
                fix: Fix(
                    "name the flow '\(entry.key)' in the contract, and check that the code can start a flow of type "
                        + "'\(entry.key.type)'"
                ),
                flowCause: FlowCause(.missing, of: comparison.key)
            )
        ]
    }
}

extension Comparison {
    /// The flow of another type with the contract's id, or `nil` if ids are unknown or the contract's flow exists.
    var entryOfOtherType: FlowEntry? {
        guard
            case .missing(let entries, _) = subject,
            let id = contract.promisedID(in: environment)?.value
        else { return nil }
        return entries.first { $0.id == id && $0.key.type != key.type }
    }
}
