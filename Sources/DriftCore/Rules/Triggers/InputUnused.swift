extension Rules {
    static let inputUnused = Rule<InputSources>(
        id: "input-unused",
        severity: .note,
        isOn: false,
        summary: "A flow declares an input that it never reads",
        explanation: """
            Callers send the input although nothing reads it, and an editor of the flow may think that it matters. The \
            rule is off unless `severity: { input-unused: note }` switches it on; the coverage names such inputs in \
            one line for each flow.

            Remove the input from the flow, or read it.
            """
    ) { inputSources in
        inputSources.oddInputs.filter { $0.reads?.extent == .unread }.map { input in
            Evidence(
                "Input '\(input.name)' (\(input.type)) is declared by '\(inputSources.flow.key)', but never read",
                at: inputSources.flow.file.map { Place(file: $0, position: input.position) },
                on: input.name,
                fix: Fix("remove the input from the flow, or read it")
            )
        }
    }
}
