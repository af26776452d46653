extension Judge {
    /// Checks what a plan does, and what it leaves unknown.
    ///
    /// - Parameters:
    ///   - planned: The environment after the apply.
    ///   - found: The findings in that environment.
    ///   - contracts: The contracts that must hold in that environment.
    /// - Returns: All findings, and what to add to the coverage. A plan's own findings replace less specific ones.
    public func judge(_ planned: PlannedEnvironment, after found: [Finding], of contracts: [Contract]) -> Outcome {
        let own = judge(planned.steps)
        // That the plan destroys a flow explains more than that the flow is missing.
        let destroyed = Dictionary(grouping: own.filter { $0.rule == CausingRule.planFlowDestroyed.rawValue }) {
            $0.contract
        }
        let lost = planned.lost.triggers.isEmpty ? Outcome(findings: [], coverage: Coverage()) : judge(planned.lost)
        var coverage = lost.coverage
        let kept = found.map { finding in
            guard finding.rule == CausingRule.flowMissing.rawValue, let contract = finding.contract else {
                return finding
            }
            var finding = finding
            finding.causes += (destroyed[contract] ?? []).map { Cause(.planFlowDestroyed, on: $0.subject) }
            return finding
        }
        if planned.isIdle {
            coverage.hasNothingToJudge = true
        } else if planned.isAboutSomething, !planned.steps.isEmpty || !planned.touched.isSubset(of: planned.undecided) {
            coverage.judgements += 1
        }
        coverage.remarks += planned.remarks
        coverage.unknowns += planned.unknowns
        for contract in contracts {
            guard let key = contract.flowKey(in: planned.environment), planned.undecided.contains(key) else { continue }
            coverage.cells.append(Cell(contract, in: planned.environment, isJudged: false))
            coverage.unknowns.append(unknown(key, contract, in: planned.environment))
        }
        return Outcome(findings: kept + own + lost.findings, coverage: coverage)
    }

    /// Checks the steps of a plan.
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

    private func unknown(_ key: FlowKey, _ contract: Contract, in environment: EnvironmentName) -> Unknown {
        Unknown(
            reason: "the Terraform plan does not show what flow '\(key)' will be after the apply",
            fix:
                "first resolve this report's other unknowns and errors about the plan; or apply the plan, and check "
                + "the org with --live",
            contract: contract.name,
            flow: contract.flowKey(in: environment),
            environment: environment,
            place: contract.place(contract.flow.position)
        )
    }
}
