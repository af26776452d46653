extension Judge {
    /// Judges what a plan does, and what it leaves open.
    ///
    /// - Parameters:
    ///   - planned: What the plan would leave.
    ///   - found: What was found in the environment that it leaves.
    ///   - contracts: The contracts that must hold there.
    /// - Returns: All findings, those before without what says less than one on the plan or rests on what nobody can
    ///   tell; and what is to be added to the coverage.
    public func judge(_ planned: PlannedEnvironment, after found: [Finding], of contracts: [Contract]) -> Judgement {
        let own = judge(planned.steps)
        // That its flow is destroyed says more to a contract than that it is missing.
        let destroyed = Set(own.filter { $0.rule == DriftRule.planFlowDestroyed.id }.compactMap(\.contract))
        // The snapshot's settings stand in for those that nobody can tell, and prove nothing.
        let isOpen = { (finding: Finding) in finding.trigger.map(planned.undecidedTriggers.contains) == true }
        let kept = found.filter { finding in
            let isLess = finding.rule == DriftRule.flowMissing.id && finding.contract.map(destroyed.contains) == true
            return !isLess && !isOpen(finding)
        }
        var coverage = Coverage()
        coverage.judgements = 1
        coverage.remarks = planned.remarks
        coverage.unknowns = planned.unknowns
        for contract in contracts {
            guard let key = contract.flowKey(in: planned.environment), planned.undecided.contains(key) else { continue }
            coverage.cells.append(Cell(contract, in: planned.environment, isJudged: false))
            coverage.unknowns.append(unknown("the flow '\(key)'", contract, in: planned.environment))
        }
        for contract in contracts where contract.holds(in: planned.environment) {
            for name in promised(contract, in: planned) {
                coverage.unknowns.append(unknown("the trigger '\(name)'", contract, in: planned.environment))
            }
        }
        return Judgement(findings: kept + own, coverage: coverage)
    }

    /// Judges what a plan does.
    public func judge(_ steps: [PlannedStep]) -> [Finding] {
        steps.flatMap { step in
            let about = Circumstances(
                flow: step.key,
                environment: step.environment,
                contract: step.contract?.name,
                owner: step.contract?.owner
            )
            return findings(about, rules.onPlans, step)
        }
    }

    /// The triggers that a contract promises and of which nobody can tell what the plan makes of them.
    private func promised(_ contract: Contract, in planned: PlannedEnvironment) -> [String] {
        contract.triggers.compactMap { $0.name(in: planned.environment) }.filter(planned.undecidedTriggers.contains)
    }

    private func unknown(_ what: String, _ contract: Contract, in environment: EnvironmentName) -> Unknown {
        Unknown(
            reason: "what the plan makes of \(what)",
            wayOut: "see what is not known of the plan",
            contract: contract.name,
            flow: contract.flowKey(in: environment),
            environment: environment,
            place: contract.place(contract.flow.position)
        )
    }
}
