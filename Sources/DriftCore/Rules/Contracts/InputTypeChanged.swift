extension Rules {
    static let inputTypeChanged = Rule<Comparison>(
        id: "input-type-changed",
        severity: .error,
        summary: "The flow's input has another type than the contract sends",
        explanation: """
            The flow declares a type that cannot hold what the code sends, so the launch may fail or the input arrive \
            empty. An integer for a decimal is fine. Between types that both travel as JSON strings (string, date, \
            phoneNumber, …), and for types that flowdrift does not know, no public source says what happens: these are \
            warnings.

            Send the flow's type, or change the input back in Architect, and publish.
            """
    ) { comparison in
        comparison.evidenceOnDeclaredInputs { input, variable in
            let (sent, declared) = (input.type.value, variable.type)
            let fit = TypeFit.sending(sent.kind, into: declared.kind)
            guard fit == .breaks || fit == .undocumented else { return nil }
            let isCollectionToo = fit == .undocumented && sent.isCollection != declared.isCollection
            return Evidence(
                "Input '\(variable.name)' is \(declared) in the flow; the contract sends \(sent)"
                    + (fit == .undocumented ? ", which it may not accept" : ""),
                at: comparison.contract.place(ofTypeOf: input),
                on: input.name.value,
                severity: fit == .undocumented ? .warning : nil,
                contrast: Contrast(variable.name, sent, declared),
                fix: .retype(input, to: declared, "send \(declared), or make the input \(sent) in the flow"),
                causes: isCollectionToo ? [.inputCollection(input.name.value)] : []
            )
        }
    }
}
