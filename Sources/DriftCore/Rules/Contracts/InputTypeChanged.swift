extension Rules {
    static let inputTypeChanged = Rule<Comparison>(
        id: "input-type-changed",
        severity: .error,
        summary: "The flow's input has another type than the contract sends",
        explanation: """
            The flow declares a type that cannot hold the value that the code sends. The launch may fail, or the input \
            may arrive empty. An integer fits a decimal. Some differences are only warnings, because no public source \
            says what happens. These are two types that are both sent as JSON strings (string, date, phoneNumber, …), \
            and a type that flowdrift does not know.

            Send the type that the flow declares, or change the input back in Architect and publish the flow.
            """
    ) { comparison in
        comparison.evidenceOnDeclaredInputs { input, variable in
            let (sent, declared) = (input.type.value, variable.type)
            let fit = TypeFit.sending(sent.kind, into: declared.kind)
            guard fit == .breaks || fit == .undocumented else { return nil }
            let isCollectionToo = fit == .undocumented && sent.isCollection != declared.isCollection
            return Evidence(
                "Input '\(variable.name)' is \(declared) in the flow; the contract sends \(sent)"
                    + (fit == .undocumented ? ", which the flow may not accept" : ""),
                at: comparison.contract.place(ofTypeOf: input),
                on: input.name.value,
                severity: fit == .undocumented ? .warning : nil,
                contrast: Contrast(variable.name, sent, declared),
                fix: .retype(
                    input,
                    to: declared,
                    "send \(declared), or change the input's type to \(sent) in the flow"
                ),
                causes: isCollectionToo ? [.inputCollection(input.name.value)] : []
            )
        }
    }
}
