import YAML

/// The `launch` of a contract draft that is made from recorded launches.
struct LaunchedSection {
    let draft: ContractDraft
    let launched: LaunchedInputs

    /// The comment at the top of the contract.
    static let head = [
        "# The inputs that recorded launches sent to this flow, and the flow's outputs. Remove the outputs that your",
        "# code does not read. `flowdrift contract --from-launches` adds the inputs of further launches.",
    ]

    var lines: [String] {
        let inputs = sentLines + omittedLines
        let outputs = ContractWriter.outputs(of: draft.flow)
        let recordings = draft.recordings.map { "- " + ContractWriter.quoted($0) }
        let sections = [("inputs:", inputs), ("outputs:", outputs), ("recordings:", recordings)]
        guard sections.contains(where: { !$0.1.isEmpty }) else {
            return ["launch: {}"] + comments.map { "# " + $0 }
        }
        let below = comments.map { "    # " + $0 }
        let lines = sections.flatMap { name, lines -> [String] in
            let comments = name == "inputs:" ? below : []
            guard !lines.isEmpty else { return comments }
            return ["  " + name] + lines.map { "    " + $0 } + comments
        }
        return ["launch:"] + ContractWriter.way(to: draft.flow.key.type) + lines
    }

    private var sentLines: [String] {
        launched.inputs.flatMap { input in
            input.type.map { ContractWriter.lines(input.name, LaunchedInputs.Input.terms($0, input.sent)) } ?? []
        }
    }

    /// The flow's inputs that no launch sends.
    private var unsent: [DraftedInput] {
        let sent = launched.inputs.map(\.name)
        return DraftedInput.all(of: draft).filter { drafted in
            !sent.contains { VariableName.areAlike($0, drafted.variable.name) }
        }
    }

    /// The entries of the inputs that a trigger fills.
    private var omittedLines: [String] { unsent.filter(\.isOmitted).flatMap(\.linesOmitted) }

    /// Comments on what a person should decide, without the `#`.
    private var comments: [String] {
        unsent.filter(\.isSent).flatMap { comment(on: $0) } + nulls + placeholders
    }

    /// A comment on an input that the flow reads and no launch sends.
    private func comment(on drafted: DraftedInput) -> [String] {
        let variable = drafted.variable
        let isNull = launched.nullNames.contains { VariableName.areAlike($0, variable.name) }
        let reason =
            isNull
            ? "The launches send only null for it, which counts as not sent."
            : launched.mayHaveMore
                ? "No launch shows it, but a placeholder may stand for it." : "No launch sends it."
        let never = YAMLValue.mapping(
            [YAMLEntry("type", .string(variable.type.description)), YAMLEntry("sent", "never")],
            .flow
        )
        return ["\(reason) \(drafted.reason) If the code leaves it out on purpose, write:"]
            + ContractWriter.lines(variable.name, never)
    }

    /// A comment on each name that launches send only null for and that isn't an input of the flow.
    private var nulls: [String] {
        let known = draft.flow.inputs.map(\.name)
        return launched.nullNames.filter { name in !known.contains { VariableName.areAlike($0, name) } }
            .map { ContractWriter.quoted($0) + " is only sent as null, which counts as not sent." }
    }

    /// A comment on each input whose type is unknown.
    private var placeholders: [String] {
        launched.inputs.filter { $0.type == nil }
            .map { "The type of " + ContractWriter.quoted($0.name) + " is unknown: it is only sent as a placeholder." }
    }
}
