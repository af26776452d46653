import YAML

/// The `launch` and `code` of a contract draft that is made from source files.
struct MentionedSection {
    let draft: ContractDraft
    let mentioned: MentionedInputs

    /// The comment at the top of the contract.
    static let head = [
        "# The inputs of this flow that the code mentions. Write `always` if every launch sends an input, and list the",
        "# outputs that the code reads.",
    ]

    var lines: [String] {
        let inputs = mentioned.inputs.flatMap(entry) + unmentioned
        let code = ["code:"] + draft.code.map { "  - " + ContractWriter.quoted($0) }
        guard !inputs.isEmpty else { return ["launch: {}"] + code }
        // A mapping needs an entry that isn't a comment.
        let isEmpty = !inputs.contains { !$0.hasPrefix("#") }
        return [isEmpty ? "launch: {}" : "launch:"] + ContractWriter.way(to: draft.flow.key.type)
            + [isEmpty ? "  # inputs:" : "  inputs:"] + inputs.map { "    " + $0 } + code
    }

    /// The entry of a mentioned input, below a comment that says where the input is mentioned.
    private func entry(_ input: MentionedInputs.Input) -> [String] {
        let place = ContractWriter.quoted(input.place.file) + (input.place.position.map { ":\($0)" } ?? "")
        let match = VariableMatch.matches(for: [input.name], in: draft.flow.inputs).first
        guard let variable = match?.variable, variable.type.isWritable else {
            return ["# \(place) mentions \(ContractWriter.quoted(input.name)), which is not an input of the flow."]
        }
        let terms = LaunchedInputs.Input.terms(variable.type, .sometimes)
        return ["# Mentioned at \(place)."] + ContractWriter.lines(input.name, terms)
    }

    /// A comment on each input that the flow needs and no source file mentions.
    private var unmentioned: [String] {
        DraftedInput.all(of: draft).filter { drafted in
            drafted.isSent && !mentioned.inputs.contains { VariableName.areAlike($0.name, drafted.variable.name) }
        }
        .map { "# Not mentioned: \(ContractWriter.quoted($0.variable.name)). \($0.reason)" }
    }
}
