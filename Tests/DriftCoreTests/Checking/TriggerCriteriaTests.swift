import Testing

@testable import DriftCore

/// Match criteria that no event can meet, and triggers that repeat one another.
struct TriggerCriteriaTests {
    private static func messages(_ criterion: String, topic: String = "v2.x") throws -> [String] {
        let trigger = "topic: \(topic), enabled: true, match: [{ \(criterion) }]"
        let sample = FeedingSample(inputs: "Flow.conversationId: { type: string, read: true }", triggers: [trigger])
        return try sample.judgement().findings.filter { $0.rule == "trigger-criteria-unmatchable" }.map(\.message)
    }

    @Test(arguments: [
        "jsonPath: mediaType, operator: Equal, value: VOICE", "jsonPath: $.mediaType, operator: Equal, value: VOICE",
        "jsonPath: mediaType, operator: In, values: [1, VOICE]", "jsonPath: mediaType, operator: NotEqual, value: 1",
        "jsonPath: mediaType, operator: NotIn, values: []", "jsonPath: mediaType, operator: Exists, value: true",
        "jsonPath: mediaType, operator: Exists", "jsonPath: mediaType, operator: Contains, value: OIC",
        "jsonPath: mediaType, operator: Equal", "jsonPath: caseId, operator: Exists, value: false",
        "jsonPath: count, operator: GreaterThan, value: 5", "jsonPath: size, operator: LessThanOrEqual, value: 2.5",
        "jsonPath: isLive, operator: Equal, value: true", "jsonPath: numbers, operator: Contains, value: x",
        "jsonPath: numbers, operator: Size, value: 2", "jsonPath: numbers, operator: All, values: [a]",
        "jsonPath: context.kind, operator: Equal, value: x", "jsonPath: \"numbers[0].x\", operator: Equal, value: x",
        "jsonPath: \"ani.length()\", operator: GreaterThan, value: 3", "jsonPath: thing, operator: Equal, value: 3",
        "jsonPath: $, operator: Exists", "jsonPath: $..caseId, operator: Exists",
        "jsonPath: \"$['caseId']\", operator: Exists", "jsonPath: \"[?(@.x)]\", operator: Exists",
        "jsonPath: thing, operator: GreaterThan, value: true", "jsonPath: mediaType, operator: NewOperator, value: 1",
    ])
    func staysSilentOnWhatAnEventMayMeet(_ criterion: String) throws {
        #expect(try Self.messages(criterion) == [])
    }

    @Test(arguments: [
        (
            "jsonPath: mediatype, operator: Equal, value: VOICE",
            "may match no event: the event has no 'mediatype'; did you mean 'mediaType'?"
        ),
        ("jsonPath: caseId.number, operator: Equal, value: x", "may match no event: the event has no 'caseId'"),
        ("jsonPath: $.caseId, operator: Exists, value: true", "may match no event: the event has no 'caseId'"),
        ("jsonPath: caseId, operator: NotEqual, value: x", "may exclude no event: the event has no 'caseId'"),
        ("jsonPath: caseId, operator: NotIn, values: [x]", "may exclude no event: the event has no 'caseId'"),
        ("jsonPath: count, operator: Equal, value: VOICE", "may match no event: 'count' is an integer in the event"),
        ("jsonPath: count, operator: In, values: [a, b]", "may match no event: 'count' is an integer in the event"),
        ("jsonPath: mediaType, operator: Equal, value: 1", "may match no event: 'mediaType' is a string in the event"),
        ("jsonPath: mediaType, operator: In, values: []", "matches no event: it gives no value"),
        ("jsonPath: isLive, operator: Equal, value: yes", "may match no event: 'isLive' is a boolean in the event"),
        (
            "jsonPath: isLive, operator: GreaterThan, value: 1",
            "may match no event: 'isLive' is a boolean in the event, which GreaterThan does not fit"
        ),
        (
            "jsonPath: count, operator: Contains, value: 1",
            "may match no event: 'count' is an integer in the event, which Contains does not fit"
        ),
        (
            "jsonPath: mediaType, operator: GreaterThan, value: 5",
            "may match no event: 'mediaType' is a string in the event"
        ),
        (
            "jsonPath: mediaType.name, operator: Equal, value: x",
            "may match no event: 'mediaType' is a string in the event, and nothing lies below it"
        ),
    ])
    func saysWhyNoEventFits(_ criterion: String, _ reason: String) throws {
        let messages = try Self.messages(criterion)
        #expect(messages.count == 1)
        #expect(messages.first?.hasSuffix(", which \(reason)") ?? false, "\(messages)")
    }

    @Test func saysNothingOfATopicThatIsNotKnown() throws {
        #expect(try Self.messages("jsonPath: caseId, operator: Equal, value: x", topic: "v2.z") == [])
    }

    @Test func isANoteWhereTheTriggerIsDisabled() throws {
        let sample = FeedingSample(
            triggers: ["topic: v2.x, enabled: false, match: [{ jsonPath: caseId, operator: Exists }]"]
        )
        #expect(try sample.findings() == ["note trigger-criteria-unmatchable T1 caseId Exists"])
    }

    private static let voice = "{ jsonPath: mediaType, operator: In, values: [VOICE, CHAT] }"
    private static let recoiv = "{ jsonPath: mediaType, operator: In, values: [CHAT, VOICE] }"
    private static let live = "{ jsonPath: isLive, operator: Equal, value: true }"

    @Test(arguments: [
        ("topic: v2.x, enabled: true", "topic: v2.x, enabled: true", true),
        (
            "topic: v2.x, enabled: true, match: [\(voice), \(live)]",
            "topic: v2.x, enabled: true, match: [\(live), \(recoiv)]", true
        ),
        ("topic: v2.x, enabled: true", "topic: v2.x, dataFormat: TopLevelPrimitives, enabled: true", true),
        ("topic: v2.z, enabled: true", "topic: v2.z, enabled: true", true),
        ("topic: v2.x, enabled: true", "topic: v2.x, enabled: false", false),
        ("topic: v2.x, enabled: true", "topic: v2.y, enabled: true", false),
        ("topic: v2.x, enabled: true", "topic: v2.x, enabled: true, match: [\(live)]", false),
        ("enabled: true", "enabled: true", false),
    ])
    func findsTriggersThatRepeatOneAnother(_ first: String, _ second: String, _ repeats: Bool) throws {
        let findings = try FeedingSample(triggers: [first, second]).findings()
        #expect(findings == (repeats ? ["warning trigger-duplicated T2 T1"] : []))
    }
}
