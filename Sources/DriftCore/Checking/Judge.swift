/// Applies the rules, and says what it could not apply them to.
public struct Judge: Sendable {
    /// The severities that the configuration gives, by rule; nil switches the rule off.
    private let severities: [DriftRule.ID: Severity?]

    /// Makes a judge.
    ///
    /// - Parameter severities: The severities that the configuration gives, by rule; nil switches the rule off.
    public init(severities: [DriftRule.ID: Severity?] = [:]) {
        self.severities = severities
    }

    /// What is known of an environment beyond a contract's own flow.
    public struct Surroundings: Sendable {
        /// Every flow that is known to exist.
        public var entries: [FlowEntry]

        /// Every trigger with the flow that it starts; nil where the source knows nothing of triggers.
        public var triggers: [PlacedTrigger]?

        /// Makes surroundings.
        public init(entries: [FlowEntry] = [], triggers: [PlacedTrigger]? = nil) {
            self.entries = entries
            self.triggers = triggers
        }
    }

    /// Judges one contract in one environment.
    ///
    /// - Parameters:
    ///   - contract: The contract, which must hold there.
    ///   - environment: The environment; nil where the flows come from no named environment.
    ///   - flow: The contract's flow as the source has it; nil where it has none.
    ///   - surroundings: What else is known of the environment; needed where ``needsSurroundings(_:in:flow:)`` says so.
    /// - Returns: The findings in the order in which people read them, and what was checked.
    public func judge(
        _ contract: Contract,
        in environment: EnvironmentName?,
        flow: Flow?,
        surroundings: Surroundings
    ) -> Judgement {
        var coverage = Coverage()
        func note(_ reason: String, _ wayOut: String, at place: Place) {
            let key = contract.flowKey(in: environment)
            coverage.unknowns.append(
                Unknown(
                    reason: reason,
                    wayOut: wayOut,
                    contract: contract.name,
                    flow: key,
                    environment: environment,
                    place: place
                )
            )
        }
        guard let key = contract.flowKey(in: environment) else {
            note(
                "the flow's name depends on the environment",
                "name one with --environment",
                at: contract.place(contract.flow.position)
            )
            coverage.count(contract, in: environment, isChecked: false)
            return Judgement(findings: [], coverage: coverage)
        }
        if flow == nil, surroundings.entries.contains(where: { $0.key == key }) {
            note(
                "'\(key)' is listed, but what it takes and gives back is not known",
                "export it into the same folder, or take the snapshot again",
                at: contract.place(contract.flow.position)
            )
            coverage.count(contract, in: environment, isChecked: false)
            return Judgement(findings: [], coverage: coverage)
        }
        let subject: Comparison.Subject =
            flow.map { flow in
                .flow(
                    FlowComparison(
                        contract: contract,
                        environment: environment,
                        flow: flow,
                        elsewhere: surroundings.triggers
                    )
                )
            } ?? .missing(among: surroundings.entries)
        let comparison = Comparison(contract: contract, environment: environment, key: key, subject: subject)
        if let promised = contract.promisedID(in: environment), let flow, flow.id == nil {
            let wayOut = "take the snapshot from the live org, or put a flow listing into the folder of exports"
            note("the id of '\(key)' is not known here", wayOut, at: contract.place(promised.position))
        }
        for trigger in comparison.startable?.triggers ?? [] {
            guard case .undecided(let reason, let wayOut) = trigger.match else { continue }
            note(reason, wayOut, at: contract.place(trigger.promised.name.position))
        }
        coverage.count(contract, in: comparison)
        return Judgement(findings: findings(in: comparison), coverage: coverage)
    }

    /// Whether a judgement needs to know the environment beyond the contract's own flow.
    ///
    /// Mostly it does not, and then an environment of any size costs the reading of one snapshot.
    public static func needsSurroundings(_ contract: Contract, in environment: EnvironmentName?, flow: Flow?) -> Bool {
        guard let flow else { return true }
        return contract.triggers.contains { promised in
            promised.name(in: environment).map { name in !flow.triggers.contains { $0.name == name } } ?? false
        }
    }

    /// Compares a flow's snapshot with the live org.
    public func judge(_ comparison: LiveComparison) -> [Finding] {
        let about = Circumstances(flow: comparison.key, environment: comparison.environment)
        return findings(about) { rule in
            guard case .live(let check) = rule.check else { return [] }
            return check(comparison)
        }
    }

    private func findings(in comparison: Comparison) -> [Finding] {
        let contract = comparison.contract
        let about = Circumstances(
            flow: comparison.key,
            environment: comparison.environment,
            contract: contract.name,
            owner: contract.owner
        )
        return findings(about) { rule in
            guard case .contract(let check) = rule.check else { return [] }
            return check(comparison)
        }
    }

    /// What all findings of one judgement have in common.
    private struct Circumstances {
        var flow: FlowKey
        var environment: EnvironmentName?
        var contract: String?
        var owner: String?
    }

    /// Collects the evidence of every rule that is on, and signs it.
    private func findings(_ about: Circumstances, _ evidence: (DriftRule) -> [Evidence]) -> [Finding] {
        var findings: [Finding] = []
        for rule in DriftRule.all {
            guard let severity = severities[rule.id] ?? rule.severity else { continue }
            let isConfigured = severities.keys.contains(rule.id)
            for evidence in evidence(rule) {
                findings.append(
                    Finding(
                        rule: rule.id,
                        severity: isConfigured ? severity : evidence.severity ?? severity,
                        message: evidence.message,
                        fix: evidence.fix,
                        flow: about.flow,
                        subject: evidence.subject,
                        environment: about.environment,
                        contract: about.contract,
                        trigger: evidence.trigger,
                        owner: about.owner,
                        place: evidence.place,
                        contrast: evidence.contrast
                    )
                )
            }
        }
        return findings.sorted()
    }
}

/// What came of judging something.
public struct Judgement: Sendable {
    /// What was found, in the order in which people read it.
    public var findings: [Finding]

    /// What was checked, and what could not be.
    public var coverage: Coverage
}
