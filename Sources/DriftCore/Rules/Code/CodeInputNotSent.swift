extension Rules {
    static let codeInputNotSent = Rule<CodeComparison>(
        id: "code-input-not-sent",
        severity: .error,
        summary: "The code may leave out an input that the contract lists as always sent",
        explanation: """
            The contract says that each launch sends the input, so the check assumes that the flow always gets it. But \
            the code's schema (`launch.schema`) doesn't require the input, or a recorded launch (`launch.recordings`) \
            lacks it. A value of null counts as not sent. A launch that was refused counts too, because the code made \
            it. A test that expects a refusal should send the header `X-Flowdrift-Expect: refused`; then its launch \
            isn't recorded. If only the source files (`code`) are known and none of them mentions the input, this is a \
            warning.

            Send the input in each launch, or write `sent: sometimes` in the contract.
            """
    ) { comparison in
        comparison.promised.filter { $0.sent == .always }.compactMap { input in
            comparison.evidenceOfSchema(lacking: input) ?? comparison.evidenceOfLaunches(lacking: input)
                ?? comparison.evidenceOfSources(lacking: input)
        }
    }
}

extension CodeComparison {
    fileprivate func evidenceOfSchema(lacking input: Contract.Input) -> Evidence? {
        guard let declared else { return nil }
        if let declaration = declaration(of: input) {
            guard declaration.sent != .always else { return nil }
            return evidence(
                on: input,
                "the code's schema does not require the input, or allows null",
                at: declared.place(of: declaration),
                "require '\(input.name.value)' in the schema"
            )
        }
        guard !declared.allowsOthers else { return nil }
        return evidence(
            on: input,
            "the code's schema does not have the input",
            at: Place(file: declared.file),
            "declare '\(input.name.value)' in the schema"
        )
    }

    fileprivate func evidenceOfLaunches(lacking input: Contract.Input) -> Evidence? {
        let lacking = launches(without: input)
        guard let first = lacking.first else { return nil }
        let number =
            launches.count == 1
            ? "the recorded launch does not send the input"
            : "\(lacking.count) of \(launches.count) recorded launches \(lacking.count == 1 ? "does" : "do") not send "
                + "the input"
        return evidence(on: input, number, at: first.place, "send '\(input.name.value)' in each launch")
    }

    fileprivate func evidenceOfSources(lacking input: Contract.Input) -> Evidence? {
        guard isUnmentioned(input), !isShown(input) else { return nil }
        var evidence = evidence(
            on: input,
            "no source file of the code mentions the input",
            at: contract.place(ofNameOf: input),
            "send '\(input.name.value)' in each launch"
        )
        evidence.severity = .warning
        return evidence
    }

    private func evidence(on input: Contract.Input, _ fact: String, at place: Place, _ fix: String) -> Evidence {
        Evidence(
            (input.file == nil
                ? "The contract says that each launch sends input '\(input.name.value)' (`sent: always`)"
                : "The code's schema requires input '\(input.name.value)'") + ", but \(fact)",
            at: place,
            on: input.name.value,
            contrast: Contrast(input.name.value, nil),
            fix: Fix(
                "\(fix), or "
                    + (input.file.map { "make the input optional in \($0)" }
                        ?? "write `sent: sometimes` in \(contract.file)")
            ),
            causes: causes(of: input)
        )
    }
}
