extension Judge {
    /// Checks one contract in one environment.
    ///
    /// - Parameters:
    ///   - contract: The contract, which must hold in the environment.
    ///   - environment: The environment, or `nil` if the flows come from no named environment.
    ///   - inputSources: The contract's flow with the sources of its inputs, or `nil` if the flow doesn't exist.
    ///   - surroundings: The rest of the environment, required if ``needsSurroundings(_:in:flow:)``.
    /// - Returns: The findings in the order of a report, and what was checked.
    public func judge(
        _ contract: Contract,
        in environment: EnvironmentName?,
        inputSources: InputSources?,
        surroundings: Surroundings
    ) -> Outcome {
        guard let key = contract.flowKey(in: environment) else {
            return undecided(
                contract,
                in: environment,
                "the contract's flow is unknown, because its name depends on the environment",
                "name an environment with --environment"
            )
        }
        let listed = inputSources == nil ? surroundings.entries.first { $0.key == key } : nil
        // A flow that nothing can start may be only in a listing.
        let flow = inputSources?.flow ?? listed.flatMap { $0.availability.isStartable ? nil : Flow(unstartable: $0) }
        if flow == nil, listed != nil {
            return undecided(
                contract,
                in: environment,
                "the inputs and outputs of '\(key)' could not be read",
                "put the flow's export next to the listing, or correct the error in reading the export"
            )
        }
        if flow == nil, !surroundings.isWhole {
            return undecided(
                contract,
                in: environment,
                "it is unknown whether '\(key)' exists: it was not found, but some files could not be read",
                "correct the files that could not be read"
            )
        }
        let compared = flow.map { flow in
            Comparison.Subject.flow(
                FlowComparison(
                    contract: contract,
                    environment: environment,
                    flow: flow,
                    elsewhere: surroundings.triggers
                )
            )
        }
        let comparison = Comparison(
            contract: contract,
            environment: environment,
            key: key,
            subject: compared
                ?? .missing(
                    among: surroundings.entries,
                    triggers: TriggerComparison.all(
                        of: contract,
                        in: environment,
                        flow: Flow(key: key),
                        elsewhere: surroundings.triggers
                    )
                ),
            earlier: inputSources?.earlier ?? [],
            formerID: surroundings.formerID
        )
        var coverage = Coverage()
        coverage.unknowns = unknowns(in: comparison, flow: flow)
        coverage.count(contract, in: comparison)
        var findings = findings(in: comparison)
        if let payloads = contract.launch?.payloads, !payloads.isEmpty {
            findings += judge(comparison.payloadLaunches(among: surroundings.entries), of: comparison, &coverage)
        }
        let causes = comparison.causes
        if !causes.isEmpty {
            findings = findings.following(from: causes)
            for index in coverage.unknowns.indices { coverage.unknowns[index].causes += causes }
        }
        return Outcome(findings: findings, coverage: coverage).settled(on: flow)
    }

    private func judge(
        _ launches: Comparison.PayloadLaunches,
        of comparison: Comparison,
        _ coverage: inout Coverage
    ) -> [Finding] {
        var findings: [Finding] = []
        for request in launches.requests {
            let judgement = judge(request)
            findings += judgement.findings
            coverage.requests.add(1, checked: true)
            coverage.unknowns += judgement.coverage.unknowns
        }
        coverage.otherRequests += launches.others
        coverage.remarks += launches.ofOtherFlows.map { place, flow in
            let text = "the launch at \(place) starts '\(flow)', not the flow of contract '\(comparison.contract.name)'"
            return Remark(text, kind: .otherLaunch)
        }
        coverage.requests.add(launches.unclear.count, checked: false)
        coverage.unknowns += launches.unclear.map { place, id in
            unknown(
                "none of the flows that were read has the id \(id)",
                "take snapshots of all flows",
                place,
                comparison
            )
        }
        coverage.unknowns += launches.withoutOwn.map { payload in
            unknown(
                "no launch in '\(payload.file ?? payload.path)' shows that it starts '\(comparison.key)'",
                "list a file with a launch of this flow, or select such a launch with a JSON pointer after '#'",
                comparison.contract.place(payload.reference.position),
                comparison
            )
        }
        return findings
    }

    private func unknown(_ reason: String, _ fix: String, _ place: Place, _ comparison: Comparison) -> Unknown {
        Unknown(
            reason: reason,
            fix: fix,
            contract: comparison.contract.name,
            flow: comparison.key,
            environment: comparison.environment,
            place: place
        )
    }

    private func undecided(
        _ contract: Contract,
        in environment: EnvironmentName?,
        _ reason: String,
        _ fix: String
    ) -> Outcome {
        var coverage = Coverage()
        coverage.count(contract, in: environment, isChecked: false)
        coverage.unknowns = [
            Unknown(
                reason: reason,
                fix: fix,
                contract: contract.name,
                flow: contract.flowKey(in: environment),
                environment: environment,
                place: contract.place(contract.flow.position)
            )
        ]
        return Outcome(findings: [], coverage: coverage)
    }

    /// What is unknown about a contract although its flow is known.
    private func unknowns(in comparison: Comparison, flow: Flow?) -> [Unknown] {
        let contract = comparison.contract
        func unknown(_ reason: String, _ fix: String, _ place: Place) -> Unknown {
            self.unknown(reason, fix, place, comparison)
        }
        var unknowns: [Unknown] = []
        if let promised = contract.promisedID(in: comparison.environment), let flow, flow.id == nil,
            flow.lostID != promised.value
        {
            let fix = "take the snapshot from the live org, or put a flow listing into the folder of exports"
            unknowns.append(
                unknown("the id of '\(comparison.key)' is unknown", fix, comparison.place(of: promised))
            )
        }
        if let flow, !flow.hasInterface {
            let fix =
                "put the flow's export next to the listing" + (flow.isStale ? "" : ", or publish and activate the flow")
            let reason =
                "the inputs and outputs of '\(comparison.key)' are unknown: \(flow.reasonForUnknownInterface)"
            unknowns.append(unknown(reason, fix, comparison.placeOfFlow))
        }
        for trigger in comparison.triggers {
            for promise in trigger.openPromises {
                unknowns.append(
                    unknown(
                        "the plan does not show \(promise)",
                        Trigger.OpenSettings.fix,
                        comparison.place(of: trigger.promised.name)
                    )
                )
            }
            guard case .undecided(let reason, let fix) = trigger.match else { continue }
            unknowns.append(unknown(reason, fix, comparison.place(of: trigger.promised.name)))
        }
        if let (reason, fix) = comparison.obstacleToPayloads {
            unknowns.append(unknown(reason, fix, comparison.placeOfFlow))
        }
        for payload in comparison.payloads {
            for path in payload.reads.paths where payload.presence(path) == .open {
                guard !payload.isRecorded else {
                    let reason = "the recorded launches do not show whether '\(payload.name)' has '\(path)'"
                    unknowns.append(unknown(reason, "record a launch that sends '\(path)'", payload.place))
                    continue
                }
                let reason = "the contract does not say whether '\(payload.name)' has '\(path)'"
                let fix =
                    payload.isInEnvelope
                    ? "in the contract, give the input that has '\(path)' a schema with this path"
                    : "add '\(path)' to the schema of '\(payload.name)'"
                unknowns.append(unknown(reason, fix, payload.place))
            }
        }
        return unknowns
    }

    private func findings(in comparison: Comparison) -> [Finding] {
        let contract = comparison.contract
        let about = Circumstances(
            flow: comparison.key,
            environment: comparison.environment,
            contract: contract.name,
            owner: contract.owner
        )
        return findings(about, rules.onContracts, comparison)
    }
}
