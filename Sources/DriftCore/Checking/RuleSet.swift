/// The rules that are on, by what they look at.
struct RuleSet: Sendable {
    /// Those on a contract beside its flow in one environment.
    let onContracts: [Rule<Comparison>]

    /// Those on a flow beside what feeds its inputs: contracts, and triggers with their events.
    let onFeedings: [Rule<Feeding>]

    /// Those on the triggers of an environment whose target is none of its flows.
    let onStrayTriggers: [Rule<StrayTriggers>]

    /// Those on a flow's snapshot beside the same flow in the live org.
    let onLive: [Rule<LiveComparison>]

    /// Those on a request beside the flow that it should start.
    let onRequests: [Rule<RequestComparison>]

    /// Those on what a Terraform plan does, or says of the org.
    let onPlans: [Rule<PlannedStep>]

    /// Those on a waiver beside the findings that it is about.
    let onWaivers: [Rule<WaiverUse>]

    /// What each looks at.
    private let subjects: [RuleID: DriftRule.Subject]

    /// Takes the rules that the settings do not switch off.
    init(
        _ severities: [RuleID: RuleSetting],
        onContracts: [Rule<Comparison>],
        onFeedings: [Rule<Feeding>],
        onStrayTriggers: [Rule<StrayTriggers>],
        onLive: [Rule<LiveComparison>],
        onRequests: [Rule<RequestComparison>],
        onPlans: [Rule<PlannedStep>],
        onWaivers: [Rule<WaiverUse>]
    ) {
        self.onContracts = onContracts.compactMap { $0.configured(by: severities) }
        self.onFeedings = onFeedings.compactMap { $0.configured(by: severities) }
        self.onStrayTriggers = onStrayTriggers.compactMap { $0.configured(by: severities) }
        self.onLive = onLive.compactMap { $0.configured(by: severities) }
        self.onRequests = onRequests.compactMap { $0.configured(by: severities) }
        self.onPlans = onPlans.compactMap { $0.configured(by: severities) }
        self.onWaivers = onWaivers.compactMap { $0.configured(by: severities) }
        let all =
            self.onRequests.map { ($0.id, DriftRule.Subject.request) } + self.onContracts.map { ($0.id, .contract) }
            + self.onFeedings.map { ($0.id, .feeding) } + self.onStrayTriggers.map { ($0.id, .strayTriggers) }
            + self.onLive.map { ($0.id, .live) } + self.onPlans.map { ($0.id, .plan) }
            + self.onWaivers.map { ($0.id, .waiver) }
        subjects = Dictionary(all) { _, last in last }
    }

    /// What a rule looks at; nil where it is off, or there is none of that id.
    func subject(of id: RuleID) -> DriftRule.Subject? { subjects[id] }
}
