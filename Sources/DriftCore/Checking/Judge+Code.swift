extension Judge {
    /// Compares a contract with the evidence of what its code sends.
    ///
    /// The result belongs to no environment, because the code is the same in all of them.
    ///
    /// - Parameter contract: The contract, with its schema and recordings read.
    /// - Returns: The findings in the order of a report, and what was compared.
    public func judgeCode(of contract: Contract) -> Outcome {
        guard let launch = contract.launch else { return Outcome() }
        var coverage = Coverage()
        let comparison = CodeComparison(contract)
        coverage.code.add(contract, launch, comparison)
        if launch.observed?.isEmpty ?? false { coverage.unknowns.append(unobserved(contract)) }
        guard let comparison else { return Outcome(coverage: coverage) }
        coverage.unknowns += comparison.promised.filter { $0.sent == .always && comparison.isOpen(on: $0) }
            .map { unseen($0, comparison) }
        let about = Circumstances(
            flow: contract.flowKey(in: nil),
            contract: contract.name,
            owner: contract.owner
        )
        return Outcome(findings: findings(about, rules.onCode, comparison), coverage: coverage)
    }

    /// Checks a name that a source file mentions, but that no flow has.
    public func judge(_ name: UnknownName) -> Outcome {
        Outcome(findings: findings(Circumstances(), rules.onSources, name))
    }

    /// Checks a flow that the code starts, but that no contract covers.
    public func judge(_ launch: UncoveredLaunch) -> Outcome {
        var about = Circumstances()
        if case .flow(let key) = launch.target { about.flow = key }
        return Outcome(findings: findings(about, rules.onRecordings, launch))
    }

    private func unseen(_ input: Contract.Input, _ comparison: CodeComparison) -> Unknown {
        let (contract, name) = (comparison.contract, input.name.value)
        let (cause, fix): (String, String) =
            if let declared = comparison.declared {
                ("the code's schema allows inputs that it does not name", "require '\(name)' in \(declared.file)")
            } else if !comparison.launches.isEmpty {
                (
                    "the recorded launches have placeholders that may stand for this input",
                    "record launches without placeholders"
                )
            } else {
                (
                    "the code builds names of inputs when it runs",
                    "record the launches of the code's tests with `flowdrift stub --record-launches`"
                )
            }
        return Unknown(
            reason: "it is unknown whether each launch sends '\(name)': \(cause)",
            fix: fix,
            contract: contract.name,
            flow: contract.flowKey(in: nil),
            place: contract.place(ofNameOf: input)
        )
    }

    private func unobserved(_ contract: Contract) -> Unknown {
        Unknown(
            reason:
                "what the code sends to '\(contract.flow.type)/\(contract.flow.name)' is unknown: "
                + "the contract's recordings have no launch of this flow",
            fix: "run the tests of this flow with `flowdrift stub --record-launches`, or list another recording",
            contract: contract.name,
            flow: contract.flowKey(in: nil),
            place: contract.launch?.recordings.first.map { contract.place($0.position) }
        )
    }
}
