import PastedRequests

extension Rules {
    static let payloadInputUnscoped = Rule<RequestComparison>(
        id: "payload-input-unscoped",
        severity: .error,
        summary: "The request sends an input without a scope such as 'Flow.' before its name",
        explanation: """
            The keys of `inputData` are scoped names: `Flow.callerNumber`, not `callerNumber`. It is not documented \
            what the API does with a name without a scope; the value may never reach the flow.

            Send the input under its scoped name.
            """
    ) { comparison in
        // Inputs inside an object named 'Flow' are reported together.
        let isNested = comparison.body?.sentInputs.contains { $0.isUnderScope } ?? false
        guard !isNested else { return [] }
        lazy var sentNames = comparison.sentNames
        return comparison.inputs.compactMap { sent, match in
            let name = sent.name.text
            let scoped: String
            switch match {
            case .scoped(let variable)?: scoped = variable.name
            case nil
            where comparison.isUnscoped(sent): scoped = "Flow.\(name)"
            default: return nil
            }
            let evidence = Evidence(
                "The request sends input '\(Shown.text(name))' without its scope; "
                    + (match == nil ? "a workflow's inputs begin with 'Flow.'" : "the flow declares '\(scoped)'"),
                at: comparison.place(sent.name),
                on: name,
                contrast: Contrast(scoped, name),
                fix: comparison.renaming(sent, to: scoped, besides: sentNames, "send '\(scoped)'")
            )
            return comparison.isOnContract(sent) ? evidence.repeating([.inputUnscoped], on: sent.name.text) : evidence
        }
    }
}

extension RequestComparison {
    /// Whether an input has no scope, and no known flow shows which scope it should have.
    fileprivate func isUnscoped(_ input: SentInputs.Input) -> Bool {
        isLaunch && flow == nil && !input.name.isUnknownContent && !VariableName.isScoped(input.name.text)
    }
}

extension SentInputs {
    /// Whether the inputs are in an object with the name of their scope.
    fileprivate var isUnderScope: Bool {
        guard case .nested(let name) = shape else { return false }
        return VariableName.isScoped(name + ".")
    }
}
