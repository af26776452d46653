import SourceText

/// The rules that are on, looked up once and told apart by what they see.
struct ActiveRules: Sendable {
    /// The rules on a contract beside its flow.
    private(set) var onContracts: [ActiveRule<Comparison>] = []

    /// The rules on a flow beside what feeds its inputs.
    private(set) var onFeedings: [ActiveRule<Feeding>] = []

    /// The rules on the triggers whose target is none of an environment's flows.
    private(set) var onStrayTriggers: [ActiveRule<StrayTriggers>] = []

    /// The rules on a flow's snapshot beside the live org.
    private(set) var onLive: [ActiveRule<LiveComparison>] = []

    /// The rules on waivers.
    private(set) var onWaivers: [ActiveRule<WaiverUse>] = []

    /// The rules on what a plan does.
    private(set) var onPlans: [ActiveRule<PlannedStep>] = []

    /// The rules on a request to start a flow.
    private(set) var onRequests: [ActiveRule<RequestComparison>] = []

    /// The ids of all that are on.
    private var ids: Set<DriftRule.ID> = []

    /// Takes the rules that the configuration does not switch off.
    init(severities: [DriftRule.ID: Severity?]) {
        for rule in DriftRule.all {
            let configured = severities[rule.id]
            guard configured.map({ $0 != nil }) ?? rule.isOn else { continue }
            ids.insert(rule.id)
            switch rule.check {
            case .contract(let check): onContracts.append(ActiveRule(rule, configured ?? nil, check))
            case .feeding(let check): onFeedings.append(ActiveRule(rule, configured ?? nil, check))
            case .strayTriggers(let check): onStrayTriggers.append(ActiveRule(rule, configured ?? nil, check))
            case .live(let check): onLive.append(ActiveRule(rule, configured ?? nil, check))
            case .plan(let check): onPlans.append(ActiveRule(rule, configured ?? nil, check))
            case .request(let check): onRequests.append(ActiveRule(rule, configured ?? nil, check))
            case .waiver(let check): onWaivers.append(ActiveRule(rule, configured ?? nil, check))
            }
            if let check = rule.requestCheck { onRequests.append(ActiveRule(rule, configured ?? nil, check)) }
        }
    }

    /// Whether a rule is on.
    func contains(_ id: DriftRule.ID) -> Bool { ids.contains(id) }
}

/// A rule that is on, with what the configuration says of it.
struct ActiveRule<Subject>: Sendable {
    /// The rule's id.
    let id: DriftRule.ID

    /// The rule's own severity.
    let severity: Severity

    /// The severity that the configuration gives; nil where it gives none.
    let configured: Severity?

    /// Returns one piece of evidence for each place where the rule is broken.
    let check: @Sendable (Subject) -> [Evidence]

    fileprivate init(_ rule: DriftRule, _ configured: Severity?, _ check: @escaping @Sendable (Subject) -> [Evidence]) {
        id = rule.id
        severity = rule.severity
        self.configured = configured
        self.check = check
    }
}
