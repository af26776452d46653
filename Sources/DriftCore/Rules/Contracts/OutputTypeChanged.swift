extension Rules {
    static let outputTypeChanged = Rule<Comparison>(
        id: "output-type-changed",
        severity: .error,
        summary: "The flow's output has another type than the contract reads",
        explanation: """
            The code decodes a type that the flow no longer returns, and fails or misreads the answer. A number \
            against a string is a warning: one published answer shows an integer output as a string, so it is not \
            certain how numbers are returned. So are types that both travel as JSON strings, and unknown ones.

            Read the flow's type, or change the output back in Architect, and publish.
            """
    ) { comparison in
        comparison.evidenceOnDeclaredOutputs { output, variable in
            let (read, declared) = (output.type.value, variable.type)
            let fit = TypeFit.reading(declared.kind, as: read.kind)
            guard fit == .breaks || fit == .undocumented else { return nil }
            let isCollectionToo = fit == .undocumented && read.isCollection != declared.isCollection
            return Evidence(
                "Output '\(variable.name)' is \(declared) in the flow; the contract reads \(read)"
                    + (fit == .undocumented ? ", which may not match" : ""),
                at: comparison.place(of: output.type),
                on: output.name.value,
                severity: fit == .undocumented ? .warning : nil,
                contrast: Contrast(variable.name, read, declared),
                fix: .retype(output.type, to: declared, "read \(declared), or make the output \(read) in the flow"),
                causes: isCollectionToo ? [.outputCollection(output.name.value)] : []
            )
        }
    }
}
