extension Rules {
    static let flowIdChanged = Rule<Comparison>(
        id: "flow-id-changed",
        severity: .error,
        summary: "The flow's id is not the one that the code sends",
        explanation: """
            A launch names its flow by id. If a flow is deleted and created again under the same name, it has a new \
            id. Code that sends the old id then gets a 404, although Architect shows the flow. A Terraform plan that \
            replaces a flow also gives the flow a new id, which is known once the plan is applied.

            Put the new id into the code and the contract. Or keep the id out of the code, and let the code look the \
            flow up by name.
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
                "Flow \(comparison.flowPhrase) has the id \(id); the contract says that the code sends "
                    + "\(promised.value)",
                at: comparison.place(of: promised),
                on: "id",
                contrast: Contrast("id: \(promised.value)", "id: \(id)"),
                fix: .rename(promised, to: id.text, "send \(id), and write it into the contract")
            )
        ]
    }

    private static func lost(_ promised: Written<FlowID>, _ comparison: Comparison) -> Evidence {
        Evidence(
            "The plan replaces flow \(comparison.flowPhrase), which then has a new id; the contract says that the "
                + "code sends the old id \(promised.value)",
            at: comparison.place(of: promised),
            on: "id",
            contrast: Contrast("id: \(promised.value)", nil),
            fix: Fix("keep the flow, or send its new id once the plan is applied, and put that id into the contract")
        )
    }
}
