/// All rules, each a constant in its own file, in lists by the kind of subject.
enum Rules {
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

    static let onInputSources: [Rule<InputSources>] = [
        callInputUnknown,
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

    static let onStrayTriggers: [Rule<StrayTriggers>] = [
        triggerTargetMissing
    ]

    static let onLive: [Rule<LiveComparison>] = [
        liveDivisionChanged,
        liveFlowAdded,
        liveFlowRemoved,
        liveFlowRenamed,
        liveFlowStopped,
        liveInputAdded,
        liveInputChanged,
        liveInputRemoved,
        liveOutputChanged,
        liveOutputRemoved,
        liveTriggerAdded,
        liveTriggerChanged,
        liveTriggerRemoved,
    ]

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

    static let onPlans: [Rule<PlannedStep>] = [
        planActionReplaced,
        planFlowDestroyed,
        planFlowLeftBehind,
        planPlaceholderUnfilled,
        planResourceDrift,
        planTriggerTiming,
    ]

    static let onCode: [Rule<CodeComparison>] = [
        codeInputNotSent,
        codeInputType,
        codeInputUndeclared,
        codeInputUnseen,
    ]

    static let onRecordings: [Rule<UncoveredLaunch>] = [
        codeLaunchUncovered
    ]

    static let onSources: [Rule<UnknownName>] = [
        codeNameUnknown
    ]

    static let onWaivers: [Rule<WaiverUse>] = [
        waiverExpired,
        waiverTooBroad,
        waiverUnused,
    ]
}

extension RuleSet {
    /// Makes the set of all rules, except those that the settings turn off.
    init(_ severities: [RuleID: RuleSetting]) {
        self.init(
            severities,
            onContracts: Rules.onContracts,
            onInputSources: Rules.onInputSources,
            onStrayTriggers: Rules.onStrayTriggers,
            onLive: Rules.onLive,
            onRequests: Rules.onRequests,
            onPlans: Rules.onPlans,
            onCode: Rules.onCode,
            onRecordings: Rules.onRecordings,
            onSources: Rules.onSources,
            onWaivers: Rules.onWaivers
        )
    }
}

extension Judge {
    /// Makes a judge of all rules.
    ///
    /// - Parameter severities: The settings of rules.
    public init(severities: [RuleID: RuleSetting] = [:]) {
        self.init(rules: RuleSet(severities))
    }
}

extension DriftRule {
    /// All rules, in order of id.
    public static let all: [DriftRule] = {
        var rules =
            Rules.onContracts.map { $0.driftRule(on: .contract) }
            + Rules.onInputSources.map { $0.driftRule(on: .inputSources) }
            + Rules.onStrayTriggers.map { $0.driftRule(on: .strayTriggers) }
            + Rules.onLive.map { $0.driftRule(on: .live) }
            + Rules.onRequests.map { $0.driftRule(on: .request) }
            + Rules.onPlans.map { $0.driftRule(on: .plan) }
            + Rules.onCode.map { $0.driftRule(on: .code) }
            + Rules.onRecordings.map { $0.driftRule(on: .code) }
            + Rules.onSources.map { $0.driftRule(on: .code) }
            + Rules.onWaivers.map { $0.driftRule(on: .waiver) }
        let onRequests = Set(Rules.onRequests.map(\.id))
        for index in rules.indices where onRequests.contains(rules[index].id) { rules[index].isOnRequest = true }
        // A rule on requests and another kind of subject is listed under the other kind.
        let others = Set(rules.lazy.filter { $0.subject != .request }.map(\.id))
        return rules.filter { $0.subject != .request || !others.contains($0.id) }.sorted { $0.id < $1.id }
    }()

    private static let byID = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }

    /// The rule with an id, or `nil` if there is none.
    public static func named(_ id: RuleID) -> DriftRule? { byID[id] }

    /// The id most similar to an unknown one, for "did you mean", or `nil` if none is similar.
    public static func nearest(to id: RuleID) -> RuleID? { all.nearest(to: id) }
}
