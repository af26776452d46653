extension Rules {
    static let codeInputType = Rule<CodeComparison>(
        id: "code-input-type",
        severity: .error,
        summary: "The code sends an input with another type than its contract lists",
        explanation: """
            flowdrift compares the flow's type with the contract's, but the code sends another type. The platform may \
            refuse the value, or the input may arrive empty, although contract and flow agree. The code's type comes \
            from its schema (`launch.schema`), or from a value in a recorded launch (`launch.recordings`). An integer \
            fits a decimal. A string fits a queue, a user and a phone number, for which JSON Schema has no types. A \
            string for a JSON input, and a number for a date, are warnings: no public source says whether the platform \
            accepts them.

            Send the contract's type, or correct the type in the contract.
            """
    ) { comparison in
        let declared = comparison.declaredNames.compactMap { comparison.evidence(onDeclared: $0) }
        let known = Set(declared.compactMap(\.subject))
        return declared
            + comparison.sentNames.compactMap { comparison.evidence(onSent: $0) }
            .filter { !known.contains($0.subject ?? "") }
    }
}

extension CodeComparison {
    fileprivate func evidence(onDeclared name: NameMatch) -> Evidence? {
        guard let declared, let input = name.input, let declaration = declaration(name.name) else { return nil }
        return evidence(
            on: input,
            ValueType.fit(of: declaration.type, into: input.type.value),
            "the code's schema says \(declaration.type)",
            found: "\(declaration.type)",
            at: declared.place(of: declaration)
        )
    }

    /// The evidence on the first launch with a wrong type, or else on the first with a doubtful type.
    fileprivate func evidence(onSent name: NameMatch) -> Evidence? {
        guard let input = name.input else { return nil }
        var doubtful: Evidence?
        for placed in launches {
            guard let shape = placed.launch.inputs[name.name] else { continue }
            let fit = shape.type.fit(into: input.type.value)
            let found = evidence(
                on: input,
                fit,
                "the code sends \(shape.type.phrase)",
                found: "\(shape.type)",
                at: placed.place
            )
            if fit == .breaks { return found }
            doubtful = doubtful ?? found
        }
        return doubtful
    }

    private func evidence(
        on input: Contract.Input,
        _ fit: TypeFit,
        _ fact: String,
        found: String,
        at place: Place
    ) -> Evidence? {
        // It's unknown how JSON writes a currency, or a value of a type that flowdrift doesn't know.
        guard fit != .fits, fit == .breaks || !input.type.value.kind.isOpaque else { return nil }
        let (name, type) = (input.name.value, input.type.value)
        return Evidence(
            "Input '\(name)' is \(type) in \(lister); \(fact)"
                + (fit == .undocumented ? ", which the platform may not accept" : ""),
            at: place,
            on: name,
            severity: fit == .undocumented ? .warning : nil,
            contrast: Contrast("\(name): \(type)", "\(name): \(found)"),
            fix: Fix("send \(type) in the code, or correct the type in \(listingFile)")
        )
    }
}

extension ValueType {
    /// The type in a sentence: `string[]`, `an empty array`.
    fileprivate var phrase: String {
        switch self {
        case .emptyArray: "an empty array"
        case .mixedArray: "an array of several types"
        default: description
        }
    }
}
