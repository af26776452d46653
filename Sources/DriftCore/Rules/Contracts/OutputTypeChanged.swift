extension Rules {
    static let outputTypeChanged = Rule<Comparison>(
        id: "output-type-changed",
        severity: .error,
        summary: "The flow's output has another type than the contract reads",
        explanation: """
            The code decodes a type that the flow no longer returns, so it fails or misreads the answer. Some \
            differences are only warnings. A number on one side and a string on the other is a warning, because one \
            published answer shows an integer output as a string. Two types that are both returned as JSON strings are \
            a warning, and so is a type that flowdrift does not know.

            Read the type that the flow declares, or change the output back in Architect and publish the flow.
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
                fix: .retype(
                    output.type,
                    to: declared,
                    "read \(declared), or change the output's type to \(read) in the flow"
                ),
                causes: isCollectionToo ? [.outputCollection(output.name.value)] : []
            )
        }
    }
}
