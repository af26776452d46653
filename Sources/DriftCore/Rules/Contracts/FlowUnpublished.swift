extension Rules {
    static let flowUnpublished = Rule<Comparison>(
        id: "flow-unpublished",
        severity: .error,
        summary: "The contract's flow has no published version",
        explanation: """
            A launch starts the published version. A flow that was only saved as a draft has none, so the launch \
            fails. An export does not show whether its flow is published; a listing and a live org do.

            Publish the flow in Architect. If the contract need not hold in this environment, list the other \
            environments under the contract's `environments`.
            """
    ) { comparison in
        guard case .flow(let flow) = comparison.subject, flow.flow.availability == .unpublished else { return [] }
        return [
            Evidence(
                "Flow \(comparison.flowPhrase) has no published version; the contract relies on it",
                at: comparison.placeOfFlow,
                contrast: Contrast("\(comparison.key)", "\(comparison.key), not published"),
                fix: Fix("publish the flow in Architect"),
                flowCause: FlowCause(.unpublished, of: comparison.key)
            )
        ]
    }
}
