extension Rules {
    static let codeInputUnseen = Rule<CodeComparison>(
        id: "code-input-unseen",
        severity: .note,
        summary: "Nothing shows that the code sends an input that its contract lists",
        explanation: """
            The contract says that the code sometimes sends the input. No recorded launch (`launch.recordings`) sends \
            it, or the code's schema (`launch.schema`) doesn't have it: perhaps the code no longer sends it, or no test \
            covers the case.

            Add a test that sends the input, or remove it from the contract.
            """
    ) { comparison in
        comparison.promised.filter { $0.sent == .sometimes }.compactMap { comparison.evidence(onUnseen: $0) }
    }
}

extension CodeComparison {
    fileprivate func evidence(onUnseen input: Contract.Input) -> Evidence? {
        let isDeclared = declaration(of: input) != nil
        let fact: String
        if let declared, !isDeclared, !declared.allowsOthers {
            fact = "the code's schema does not have it"
        } else if !launches.isEmpty, sentNames(of: input).isEmpty, !launches.contains(where: \.launch.mayHaveMore) {
            let number = launches.count
            fact = number == 1 ? "the recorded launch does not send it" : "none of \(number) recorded launches sends it"
        } else {
            return nil
        }
        return Evidence(
            "Input '\(input.name.value)' is sometimes sent, \(lister) says; \(fact)",
            at: contract.place(ofNameOf: input),
            on: input.name.value,
            contrast: Contrast(input.name.value, nil),
            fix: Fix("add a test that sends '\(input.name.value)', or remove it from \(listingFile)"),
            causes: causes(of: input)
        )
    }
}
