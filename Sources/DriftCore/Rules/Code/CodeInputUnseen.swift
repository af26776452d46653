extension Rules {
    static let codeInputUnseen = Rule<CodeComparison>(
        id: "code-input-unseen",
        severity: .note,
        summary: "Nothing shows that the code sends an input that its contract lists",
        explanation: """
            The contract says that the code sometimes sends the input. But no recorded launch (`launch.recordings`) \
            sends it, the code's schema (`launch.schema`) doesn't have it, or no source file (`code`) mentions it. \
            Perhaps the code no longer sends the input, or no test covers the case.

            Add a test that sends the input, or remove it from the contract.
            """
    ) { comparison in
        comparison.promised.filter { $0.sent == .sometimes }.compactMap { comparison.evidence(onUnseen: $0) }
    }
}

extension CodeComparison {
    fileprivate func evidence(onUnseen input: Contract.Input) -> Evidence? {
        guard sentNames(of: input).isEmpty, !isMentioned(input) else { return nil }
        let name = input.name.value
        let (fact, fix): (String, String)
        if let declared, declaration(of: input) == nil, !declared.allowsOthers {
            fact = "the code's schema does not have the input"
            fix = "declare '\(name)' in \(declared.file)"
        } else if !launches.isEmpty, !launches.contains(where: \.launch.mayHaveMore) {
            let number = launches.count
            fix = "add a test that sends '\(name)'"
            fact =
                number == 1
                ? "the recorded launch does not send the input" : "none of \(number) recorded launches sends the input"
        } else if isUnmentioned(input), !isShown(input) {
            fact = "no source file of the code mentions the input"
            fix = "send '\(name)'"
        } else {
            return nil
        }
        return Evidence(
            (input.file == nil
                ? "The contract says that the code sometimes sends input '\(name)' (`sent: sometimes`)"
                : "The code's schema has input '\(name)' as optional") + ", but \(fact)",
            at: contract.place(ofNameOf: input),
            on: name,
            contrast: Contrast(name, nil),
            fix: Fix("\(fix), or remove the input from \(listingFile)"),
            causes: causes(of: input)
        )
    }
}
