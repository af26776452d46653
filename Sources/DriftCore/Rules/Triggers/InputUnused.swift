extension Rules {
    static let inputUnused = Rule<InputSources>(
        id: "input-unused",
        severity: .note,
        isOn: false,
        summary: "A flow declares an input that it never reads",
        explanation: """
            Callers send the input although the flow never reads it, and an editor of the flow may think that the \
            input matters. The rule is off by default; `severity: { input-unused: note }` in `flowdrift.yaml` switches \
            it on. A report's coverage lists such inputs in one line for each flow.

            Remove the input from the flow, or read it.
            """
    ) { inputSources in
        inputSources.oddInputs.filter { $0.reads?.extent == .unread }.map { input in
            Evidence(
                "'\(inputSources.flow.key)' declares input '\(input.name)' (\(input.type)), but never reads it",
                at: inputSources.flow.file.map { Place(file: $0, position: input.position) },
                on: input.name,
                fix: Fix("remove the input from the flow, or use the input in one of its expressions")
            )
        }
    }
}
