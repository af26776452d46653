extension Rules {
    static let flowIdChanged = Rule<Comparison>(
        id: "flow-id-changed",
        severity: .error,
        summary: "The flow has another id than the code sends",
        explanation: """
            A launch names its flow by id. A flow that was deleted and created again under the same name has a new id, \
            so the code gets a 404 although Architect shows the flow. A Terraform plan that replaces a flow does the \
            same; the new id is known once the plan is applied.

            Put the new id into the code and the contract, or keep the id out of the code and look it up by name.
            """
    ) { comparison in
        guard
            let flow = comparison.found?.flow,
            let promised = comparison.contract.promisedID(in: comparison.environment)
        else { return [] }
        guard let id = flow.id else { return flow.lostID == promised.value ? [lost(promised, comparison)] : [] }
        guard promised.value != id else { return [] }
        return [
            Evidence(
                "Flow \(comparison.flowPhrase) has id \(id); the code sends \(promised.value)",
                at: comparison.place(of: promised),
                on: "id",
                contrast: Contrast("id: \(promised.value)", "id: \(id)"),
                fix: .rename(promised, to: id.text, "send \(id), and put it into the contract")
            )
        ]
    }

    private static func lost(_ promised: Written<FlowID>, _ comparison: Comparison) -> Evidence {
        Evidence(
            "The plan replaces flow \(comparison.flowPhrase), which gets another id; the code sends its old id "
                + "\(promised.value)",
            at: comparison.place(of: promised),
            on: "id",
            contrast: Contrast("id: \(promised.value)", nil),
            fix: Fix("keep the flow, or send the new id once the plan is applied, and put it into the contract")
        )
    }
}
