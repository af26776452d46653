/// Applies the rules, and reports what couldn't be checked.
public struct Judge: Sendable {
    let rules: RuleSet

    init(rules: RuleSet) {
        self.rules = rules
    }

    /// What is known about an environment, in addition to a contract's own flow.
    public struct Surroundings: Sendable {
        /// Every flow that is known to exist.
        public var entries: [FlowEntry]

        /// All triggers with the flows that they start, or `nil` if the source has no list of triggers.
        public var triggers: [PlacedTrigger]?

        /// Whether the environment was read completely, so that a flow that wasn't found doesn't exist.
        public var isWhole: Bool

        /// The id that a contract's flow had when it was last seen under the contract's name, or `nil` if it's unknown.
        public var formerID: FlowID?

        /// Makes surroundings.
        public init(entries: [FlowEntry] = [], triggers: [PlacedTrigger]? = nil, isWhole: Bool = true) {
            self.entries = entries
            self.triggers = triggers
            self.isWhole = isWhole
        }
    }

    /// Whether a check needs to know more than the contract's own flow.
    ///
    /// Usually it doesn't, and then only one snapshot is read, whatever the environment's size.
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

    /// What all findings of one check have in common.
    struct Circumstances {
        var flow: FlowKey?
        var environment: EnvironmentName?
        var contract: String?
        var owner: String?
    }

    /// Makes a finding from each piece of evidence that the rules return.
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
                        causes: evidence.causes,
                        flowCause: evidence.flowCause
                    )
                )
            }
        }
        return findings.sorted()
    }
}
