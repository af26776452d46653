extension Rules {
    static let moduleStale = Rule<InputSources>(
        id: "module-stale",
        severity: .warning,
        summary: "A flow runs an older copy of a common module",
        explanation: """
            When a flow is published, each common module that the flow uses is copied into the flow. Since then, the \
            module's inputs or outputs have changed, but the flow still uses the old copy.

            Check what the flow passes to the module, then publish the flow again.
            """
    ) { inputSources in
        inputSources.modules.compactMap { copy, published in
            guard let published else { return nil }
            let own = Flow(key: published.key, inputs: copy.inputs, outputs: copy.outputs)
            let now = Flow(
                key: published.key,
                inputs: published.inputs.map(\.declaration),
                outputs: published.outputs.map(\.declaration)
            )
            let changes = FlowChange.changes(from: own, to: now).map(\.phrase)
            guard !changes.isEmpty else { return nil }
            return Evidence(
                "'\(inputSources.flow.key)' runs an older copy of 'commonmodule/\(copy.name)': "
                    + changes.joined(separator: "; "),
                at: inputSources.flow.file.map { Place(file: $0) },
                on: copy.name,
                fix: Fix("publish '\(inputSources.flow.key)' again, so that it uses the module's current version")
            )
        }
    }
}
