/// The rules that are on, by kind of subject.
struct RuleSet: Sendable {
    let onContracts: [Rule<Comparison>]
    let onInputSources: [Rule<InputSources>]
    let onStrayTriggers: [Rule<StrayTriggers>]
    let onLive: [Rule<LiveComparison>]
    let onRequests: [Rule<RequestComparison>]
    let onPlans: [Rule<PlannedStep>]
    let onCode: [Rule<CodeComparison>]
    let onRecordings: [Rule<UncoveredLaunch>]
    let onSources: [Rule<UnknownName>]
    let onWaivers: [Rule<WaiverUse>]

    private let subjects: [RuleID: DriftRule.Subject]

    /// Selects the rules that the settings don't turn off.
    init(
        _ severities: [RuleID: RuleSetting],
        onContracts: [Rule<Comparison>],
        onInputSources: [Rule<InputSources>],
        onStrayTriggers: [Rule<StrayTriggers>],
        onLive: [Rule<LiveComparison>],
        onRequests: [Rule<RequestComparison>],
        onPlans: [Rule<PlannedStep>],
        onCode: [Rule<CodeComparison>],
        onRecordings: [Rule<UncoveredLaunch>],
        onSources: [Rule<UnknownName>],
        onWaivers: [Rule<WaiverUse>]
    ) {
        self.onContracts = onContracts.compactMap { $0.configured(by: severities) }
        self.onInputSources = onInputSources.compactMap { $0.configured(by: severities) }
        self.onStrayTriggers = onStrayTriggers.compactMap { $0.configured(by: severities) }
        self.onLive = onLive.compactMap { $0.configured(by: severities) }
        self.onRequests = onRequests.compactMap { $0.configured(by: severities) }
        self.onPlans = onPlans.compactMap { $0.configured(by: severities) }
        self.onCode = onCode.compactMap { $0.configured(by: severities) }
        self.onRecordings = onRecordings.compactMap { $0.configured(by: severities) }
        self.onSources = onSources.compactMap { $0.configured(by: severities) }
        self.onWaivers = onWaivers.compactMap { $0.configured(by: severities) }
        let all =
            self.onRequests.map { ($0.id, DriftRule.Subject.request) } + self.onContracts.map { ($0.id, .contract) }
            + self.onInputSources.map { ($0.id, .inputSources) } + self.onStrayTriggers.map { ($0.id, .strayTriggers) }
            + self.onLive.map { ($0.id, .live) } + self.onPlans.map { ($0.id, .plan) }
            + self.onCode.map { ($0.id, .code) } + self.onRecordings.map { ($0.id, .code) }
            + self.onSources.map { ($0.id, .code) } + self.onWaivers.map { ($0.id, .waiver) }
        subjects = Dictionary(all) { _, last in last }
    }

    /// The kind of subject of a rule, or `nil` if it's off or doesn't exist.
    func subject(of id: RuleID) -> DriftRule.Subject? { subjects[id] }
}
