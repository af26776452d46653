extension Rules {
    static let codeNameUnknown = Rule<UnknownName>(
        id: "code-name-unknown",
        severity: .warning,
        summary: "A source file mentions an input that no flow has",
        explanation: """
            The source file starts a flow, or belongs to the code of a contract (`code`). It mentions an input that no \
            flow of any environment declares. Most often the input was renamed in Architect, or the name has a typo. \
            flowdrift doesn't know whether the code ever sends the input.

            Use the name of the flow's input, or declare the input in the flow. If the snapshots are old, take them \
            again.
            """
    ) { name in
        let number = name.count == 1 ? "" : " in \(name.count) places"
        return [
            Evidence(
                "The code mentions input '\(name.input.name)'\(number), but no flow declares it"
                    + (name.near.map { "; did you mean '\($0)'?" } ?? ""),
                at: name.input.place,
                on: name.input.name,
                contrast: Contrast(name.near, name.input.name),
                fix: Fix(
                    name.near.map { "use '\($0)' in the code, or declare '\(name.input.name)' in the flow" }
                        ?? "declare '\(name.input.name)' in the flow, or remove the name from the code"
                )
            )
        ]
    }
}
