extension Judge {
    /// Compares a contract with what the code shows of its launches.
    ///
    /// The result belongs to no environment, since neither the code nor the contract does.
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

    /// Checks a name that a source mentions and no flow has.
    public func judge(_ name: UnknownName) -> Outcome {
        Outcome(findings: findings(Circumstances(), rules.onSources, name))
    }

    /// Checks a flow that the code starts and no contract covers.
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
                    "the recorded launches have placeholders that may stand for it",
                    "record launches without placeholders"
                )
            } else {
                (
                    "the code builds names of inputs when it runs",
                    "record launches of its tests with `flowdrift stub --record-launches`"
                )
            }
        return Unknown(
            reason: "the code may leave out '\(name)' in some launches: \(cause)",
            fix: fix,
            contract: contract.name,
            flow: contract.flowKey(in: nil),
            place: contract.place(ofNameOf: input)
        )
    }

    private func unobserved(_ contract: Contract) -> Unknown {
        Unknown(
            reason:
                "the code's launches of '\(contract.flow.type)/\(contract.flow.name)' are unknown: "
                + "the recordings have none",
            fix: "run the tests that launch it under `flowdrift stub --record-launches`, or name another recording",
            contract: contract.name,
            flow: contract.flowKey(in: nil),
            place: contract.launch?.recordings.first.map { contract.place($0.position) }
        )
    }
}
