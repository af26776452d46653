extension DriftRule {
    /// Every rule, in order of id.
    public static let all: [DriftRule] = [
        .flowIdChanged,
        .flowInactive,
        .flowMissing,
        .flowTypeChanged,
        .flowUnpublished,
        .inputCaseMismatch,
        .inputCollectionChanged,
        .inputNotSent,
        .inputTypeChanged,
        .inputUndeclared,
        .inputUnscoped,
        .inputUnused,
        .liveFlowAdded,
        .liveFlowRemoved,
        .liveInputAdded,
        .liveInputChanged,
        .liveInputRemoved,
        .liveOutputChanged,
        .liveOutputRemoved,
        .liveTriggerAdded,
        .liveTriggerChanged,
        .liveTriggerRemoved,
        .moduleStale,
        .outputCaseMismatch,
        .outputCollectionChanged,
        .outputRemoved,
        .outputTypeChanged,
        .payloadPathAbsent,
        .payloadPathUnread,
        .planFlowDestroyed,
        .planFlowLeftBehind,
        .planResourceDrift,
        .planTriggerTiming,
        .triggerCriteriaChanged,
        .triggerCriteriaUnmatchable,
        .triggerDisabled,
        .triggerDuplicated,
        .triggerFormatChanged,
        .triggerInputComplex,
        .triggerInputType,
        .triggerInputUnfilled,
        .triggerJsonInputMissing,
        .triggerJsonUnderPrimitives,
        .triggerMissing,
        .triggerPathAbsent,
        .triggerRetargeted,
        .triggerTargetMissing,
        .triggerTargetUnpublished,
        .triggerTimingChanged,
        .triggerTopicChanged,
        .waiverExpired,
        .waiverTooBroad,
        .waiverUnused,
    ]

    /// The rule of that id; nil where there is none.
    public static func named(_ id: String) -> DriftRule? {
        all.first { $0.id == id }
    }

    /// The ids that are near an id nobody has, for "did you mean".
    public static func nearest(to id: String) -> String? {
        NearName.best(for: id, among: all.map(\.id))
    }
}
