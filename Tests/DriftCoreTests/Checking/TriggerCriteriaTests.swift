import SourceText
import Testing

@testable import DriftCore

/// Match criteria that no event can meet, and triggers that repeat one another.
struct TriggerCriteriaTests {
    private static func messages(_ criterion: String, topic: String = "v2.x") throws -> [String] {
        let trigger = "topic: \(topic), enabled: true, match: [{ \(criterion) }]"
        let sample = InputSourcesSample(
            inputs: "Flow.conversationId: { type: string, read: true }",
            triggers: [trigger]
        )
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
        (
            "jsonPath: count, operator: Equal, value: VOICE",
            "may match no event: 'count' is an integer in the event, which does not fit the criterion"
        ),
        (
            "jsonPath: count, operator: In, values: [a, b]",
            "may match no event: 'count' is an integer in the event, which does not fit the criterion"
        ),
        (
            "jsonPath: mediaType, operator: Equal, value: 1",
            "may match no event: 'mediaType' is a string in the event, which does not fit the criterion"
        ),
        ("jsonPath: mediaType, operator: In, values: []", "matches no event: its list of values is empty"),
        (
            "jsonPath: isLive, operator: Equal, value: yes",
            "may match no event: 'isLive' is a boolean in the event, which does not fit the criterion"
        ),
        (
            "jsonPath: isLive, operator: GreaterThan, value: 1",
            "may match no event: 'isLive' is a boolean in the event, to which GreaterThan does not apply"
        ),
        (
            "jsonPath: count, operator: Contains, value: 1",
            "may match no event: 'count' is an integer in the event, to which Contains does not apply"
        ),
        (
            "jsonPath: mediaType, operator: GreaterThan, value: 5",
            "may match no event: 'mediaType' is a string in the event, which does not fit the criterion"
        ),
        (
            "jsonPath: mediaType.name, operator: Equal, value: x",
            "may match no event: 'mediaType' is a string in the event, which has no members"
        ),
    ])
    func saysWhyNoEventFits(_ criterion: String, _ reason: String) throws {
        let messages = try Self.messages(criterion)
        #expect(messages.count == 1)
        #expect(messages.first?.hasSuffix(", which \(reason)") ?? false, "\(messages)")
    }

    @Test(arguments: [
        "jsonPath: media, operator: Equal, value: VOICE", "jsonPath: media, operator: In, values: [VOICE, CHAT]",
        "jsonPath: media, operator: NotIn, values: [CHAT]", "jsonPath: media, operator: Contains, value: OIC",
        "jsonPath: media, operator: Exists, value: true", "jsonPath: media, operator: Equal",
        "jsonPath: customer.name, operator: Equal, value: x", "jsonPath: \"parts[0].kind\", operator: Equal, value: A",
        "jsonPath: \"$.parts[*].id\", operator: Equal, value: x", "jsonPath: modes, operator: Contains, value: FAST",
        "jsonPath: labels.colour, operator: Equal, value: red", "jsonPath: order.number, operator: Equal, value: 1",
        "jsonPath: customer.age, operator: Exists, value: false",
    ])
    func staysSilentOnWhatAnEventMayMeetBelowTheTop(_ criterion: String) throws {
        #expect(try Self.messages(criterion, topic: "v2.deep") == [])
    }

    @Test(arguments: ["$.body.x", "body", "$.headers.host", "webhookId", "$.webhooksInvocation.body.x"])
    func doesNotClaimToKnowHowAWebhooksCriterionIsRooted(_ path: String) throws {
        #expect(
            try Self.messages("jsonPath: \(path), operator: Equal, value: x", topic: "\"v2.webhook.{id}\"") == []
        )
    }

    @Test(arguments: [
        (
            "jsonPath: media, operator: Equal, value: voice",
            "may match no event: 'voice' is not among the known values of 'media'; did you mean 'VOICE'?"
        ),
        (
            "jsonPath: media, operator: Equal, value: FAX",
            "may match no event: 'FAX' is not among the known values of 'media'; the known values are 'VOICE', "
                + "'CHAT', 'CALLBACK'"
        ),
        (
            "jsonPath: media, operator: NotEqual, value: VOICES",
            "may exclude no event: 'VOICES' is not among the known values of 'media'; did you mean 'VOICE'?"
        ),
        (
            "jsonPath: media, operator: In, values: [VOICE, CALL_BACK]",
            "may match no event with 'CALL_BACK': it is not among the known values of 'media'; did you mean 'CALLBACK'?"
        ),
        (
            "jsonPath: media, operator: In, values: [PHONE, FAX]",
            "may match no event: 'FAX', 'PHONE' are not among the known values of 'media'; "
                + "the known values are 'VOICE', 'CHAT', 'CALLBACK'"
        ),
        (
            "jsonPath: \"parts[0].kind\", operator: Equal, value: C",
            "may match no event: 'C' is not among the known values of 'parts[].kind'; the known values are 'A', 'B'"
        ),
        (
            "jsonPath: modes, operator: Contains, value: FASTER",
            "may match no event: 'FASTER' is not among the known values of 'modes'; did you mean 'FAST'?"
        ),
        (
            "jsonPath: customer.nmae, operator: Equal, value: x",
            "may match no event: the event has no 'customer.nmae'; did you mean 'customer.name'?"
        ),
        (
            "jsonPath: score.total, operator: Equal, value: x",
            "may match no event: 'score.total' is an integer in the event, which does not fit the criterion"
        ),
        (
            "jsonPath: customer.name.first, operator: Equal, value: x",
            "may match no event: 'customer.name' is a string in the event, which has no members"
        ),
    ])
    func saysWhyNoEventFitsBelowTheTop(_ criterion: String, _ reason: String) throws {
        let messages = try Self.messages(criterion, topic: "v2.deep")
        #expect(messages.count == 1)
        #expect(messages.first?.hasSuffix(", which \(reason)") ?? false, "\(messages)")
    }

    @Test(
        arguments: [
            (
                "In, value: [VOICE, CHAT]", "may match no event: In compares with the list in `values`",
                #"write "values": ["VOICE", "CHAT"] in place of "value""#
            ),
            (
                "NotIn, value: VOICE", "may exclude no event: NotIn compares with the list in `values`",
                #"write "values": ["VOICE"] in place of "value""#
            ),
            (
                "Equal, values: [VOICE]", "may match no event: Equal compares with the single value in `value`",
                #"write "value": "VOICE" in place of "values""#
            ),
            (
                "NotEqual, values: [VOICE, CHAT]",
                "may exclude no event: NotEqual compares with the single value in `value`",
                #"write one "value", or use NotIn with "values""#
            ),
        ],
        ["v2.deep", "v2.z"]
    )
    func saysThatTheOperandIsUnderTheOtherName(_ row: (String, String, String), _ topic: String) throws {
        let trigger = "topic: \(topic), enabled: true, match: [{ jsonPath: media, operator: \(row.0) }]"
        let findings = try InputSourcesSample(triggers: [trigger]).judgement().findings
        #expect(findings.map(\.rule) == ["trigger-criteria-unmatchable"])
        #expect(findings.first?.message.contains(row.1) ?? false, "\(findings)")
        #expect(findings.first?.fix.summary == row.2)
    }

    @Test func saysWhichTopicWasMeant() throws {
        let sample = InputSourcesSample(triggers: ["topic: v2.deeep, enabled: true", "topic: v2.shop, enabled: true"])
        let judgement = try sample.judgement()
        #expect(judgement.findings.map(\.summary) == ["warning trigger-topic-unknown T1 topic"])
        #expect(judgement.findings.first?.message.hasSuffix("; did you mean 'v2.deep'?") ?? false)
        #expect(judgement.coverage.unknowns.count == 2)
    }

    @Test func isANoteWhereTheTriggerOfAMisspeltTopicIsDisabled() throws {
        let sample = InputSourcesSample(triggers: ["topic: v2.deeep, enabled: false"])
        #expect(try sample.findings() == ["note trigger-topic-unknown T1 topic"])
    }

    @Test func saysNothingOfATopicThatIsNotKnown() throws {
        #expect(try Self.messages("jsonPath: caseId, operator: Equal, value: x", topic: "v2.z") == [])
    }

    @Test func isANoteWhereTheTriggerIsDisabled() throws {
        let sample = InputSourcesSample(
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
        let findings = try InputSourcesSample(triggers: [first, second]).findings()
        #expect(findings == (repeats ? ["warning trigger-duplicated T2 T1"] : []))
    }
}
