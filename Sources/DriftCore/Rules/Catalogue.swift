/// Every rule, each a constant in a file of its name, and the lists that say what it looks at.
enum Rules {
    /// The rules on a contract beside its flow in one environment, in order of id.
    static let onContracts: [Rule<Comparison>] = [
        flowIdChanged,
        flowInactive,
        flowMissing,
        flowNotLaunchable,
        flowTypeChanged,
        flowUnpublished,
        inputCaseMismatch,
        inputCollectionChanged,
        inputNotSent,
        inputTypeChanged,
        inputUndeclared,
        inputUnscoped,
        outputCaseMismatch,
        outputCollectionChanged,
        outputRemoved,
        outputTypeChanged,
        payloadPathAbsent,
        payloadPathUnread,
        triggerCriteriaChanged,
        triggerDisabled,
        triggerFormatChanged,
        triggerMissing,
        triggerRetargeted,
        triggerTimingChanged,
        triggerTopicChanged,
    ]

    /// The rules on a flow beside what feeds its inputs: contracts, and triggers with their events, in order of id.
    static let onFeedings: [Rule<Feeding>] = [
        inputUnused,
        moduleStale,
        triggerCriteriaUnmatchable,
        triggerDuplicated,
        triggerInputComplex,
        triggerInputType,
        triggerInputUnfilled,
        triggerJsonInputMissing,
        triggerJsonUnderPrimitives,
        triggerPathAbsent,
        triggerTargetUnpublished,
        triggerTopicUnknown,
    ]

    /// The rules on the triggers of an environment whose target is none of its flows, in order of id.
    static let onStrayTriggers: [Rule<StrayTriggers>] = [
        triggerTargetMissing
    ]

    /// The rules on a flow's snapshot beside the same flow in the live org, in order of id.
    static let onLive: [Rule<LiveComparison>] = [
        liveFlowAdded,
        liveFlowRemoved,
        liveInputAdded,
        liveInputChanged,
        liveInputRemoved,
        liveOutputChanged,
        liveOutputRemoved,
        liveTriggerAdded,
        liveTriggerChanged,
        liveTriggerRemoved,
    ]

    /// The rules on a request beside the flow that it should start, in order of id.
    static let onRequests: [Rule<RequestComparison>] = [
        flowNotLaunchableOnRequests,
        payloadBodyShape,
        payloadContractBroken,
        payloadFlowIdMalformed,
        payloadFlowIdMissing,
        payloadFlowIdOther,
        payloadFlowIdUnknown,
        payloadFlowVersionUnknown,
        payloadInputCase,
        payloadInputDataEmpty,
        payloadInputForm,
        payloadInputNotSent,
        payloadInputShape,
        payloadInputType,
        payloadInputUndeclared,
        payloadInputUnscoped,
        payloadJsonPathMissing,
        payloadMemberUnknown,
        payloadNameType,
        payloadSyntax,
        payloadTriggerSettings,
        requestAnswered,
        requestAuthorization,
        requestBodyMissing,
        requestContentType,
        requestHost,
        requestInsecure,
        requestMethod,
        requestPath,
        requestSyntax,
    ]

    /// The rules on what a Terraform plan does, or says of the org, in order of id.
    static let onPlans: [Rule<PlannedStep>] = [
        planFlowDestroyed,
        planFlowLeftBehind,
        planPlaceholderUnfilled,
        planResourceDrift,
        planTriggerTiming,
    ]

    /// The rules on a waiver beside the findings that it is about, in order of id.
    static let onWaivers: [Rule<WaiverUse>] = [
        waiverExpired,
        waiverTooBroad,
        waiverUnused,
    ]
}

extension RuleSet {
    /// Every rule, as far as the settings leave it on.
    ///
    /// - Parameter severities: What the settings say of rules.
    init(_ severities: [RuleID: RuleSetting]) {
        self.init(
            severities,
            onContracts: Rules.onContracts,
            onFeedings: Rules.onFeedings,
            onStrayTriggers: Rules.onStrayTriggers,
            onLive: Rules.onLive,
            onRequests: Rules.onRequests,
            onPlans: Rules.onPlans,
            onWaivers: Rules.onWaivers
        )
    }
}

extension Judge {
    /// Makes a judge of every rule.
    ///
    /// - Parameter severities: What the settings say of rules.
    public init(severities: [RuleID: RuleSetting] = [:]) {
        self.init(rules: RuleSet(severities))
    }
}

extension DriftRule {
    /// Every rule, in order of id.
    public static let all: [DriftRule] = {
        var rules =
            Rules.onContracts.map { $0.driftRule(on: .contract) }
            + Rules.onFeedings.map { $0.driftRule(on: .feeding) }
            + Rules.onStrayTriggers.map { $0.driftRule(on: .strayTriggers) }
            + Rules.onLive.map { $0.driftRule(on: .live) }
            + Rules.onRequests.map { $0.driftRule(on: .request) }
            + Rules.onPlans.map { $0.driftRule(on: .plan) }
            + Rules.onWaivers.map { $0.driftRule(on: .waiver) }
        let onRequests = Set(Rules.onRequests.map(\.id))
        for index in rules.indices where onRequests.contains(rules[index].id) { rules[index].isOnRequest = true }
        // A rule that also looks at requests is listed as what it looks at besides.
        let others = Set(rules.lazy.filter { $0.subject != .request }.map(\.id))
        return rules.filter { $0.subject != .request || !others.contains($0.id) }.sorted { $0.id < $1.id }
    }()

    private static let byID = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }

    /// The rule of that id; nil where there is none.
    public static func named(_ id: RuleID) -> DriftRule? { byID[id] }

    /// The id that is near an id nobody has, for "did you mean".
    public static func nearest(to id: RuleID) -> RuleID? { all.nearest(to: id) }
}
