/// Applies the rules, and says what it could not apply them to.
public struct Judge: Sendable {
    /// The rules that are on.
    let rules: RuleSet

    /// Makes a judge of some rules.
    init(rules: RuleSet) {
        self.rules = rules
    }

    /// What is known of an environment beyond a contract's own flow.
    public struct Surroundings: Sendable {
        /// Every flow that is known to exist.
        public var entries: [FlowEntry]

        /// Every trigger with the flow that it starts; nil where the source knows nothing of triggers.
        public var triggers: [PlacedTrigger]?

        /// Whether all of the environment could be read, so that a flow that is not there does not exist.
        public var isWhole: Bool

        /// Makes surroundings.
        public init(entries: [FlowEntry] = [], triggers: [PlacedTrigger]? = nil, isWhole: Bool = true) {
            self.entries = entries
            self.triggers = triggers
            self.isWhole = isWhole
        }
    }

    /// Whether a judgement needs to know the environment beyond the contract's own flow.
    ///
    /// Mostly it does not, and then an environment of any size costs the reading of one snapshot.
    public static func needsSurroundings(_ contract: Contract, in environment: EnvironmentName?, flow: Flow?) -> Bool {
        guard let flow, !(contract.launch?.payloads.contains(where: \.holdsSeveral) ?? false) else { return true }
        return contract.triggers.contains { promised in
            promised.name(in: environment).map { name in !flow.triggers.contains { $0.name == name } } ?? false
        }
    }

    /// Compares a flow's snapshot with the live org.
    public func judge(_ comparison: LiveComparison) -> [Finding] {
        let about = Circumstances(flow: comparison.key, environment: comparison.environment)
        return findings(about, rules.onLive, comparison)
    }

    /// What all findings of one judgement have in common.
    struct Circumstances {
        var flow: FlowKey?
        var environment: EnvironmentName?
        var contract: String?
        var owner: String?
    }

    /// Collects the evidence of every rule, and signs it.
    func findings<Subject>(
        _ about: Circumstances,
        _ rules: [Rule<Subject>],
        _ subject: Subject,
        worded: (Evidence) -> Evidence = { $0 }
    ) -> [Finding] {
        var findings: [Finding] = []
        for rule in rules {
            for evidence in rule.check(subject).lazy.map(worded) {
                findings.append(
                    Finding(
                        rule: rule.id,
                        severity: rule.configured ?? evidence.severity ?? rule.severity,
                        message: evidence.message,
                        fix: evidence.fix,
                        flow: about.flow,
                        subject: evidence.subject,
                        environment: about.environment,
                        contract: about.contract,
                        trigger: evidence.trigger,
                        owner: about.owner,
                        place: evidence.place,
                        contrast: evidence.contrast,
                        event: evidence.event,
                        restsOnContracts: evidence.restsOnContracts,
                        causes: evidence.causes
                    )
                )
            }
        }
        return findings.sorted()
    }
}
