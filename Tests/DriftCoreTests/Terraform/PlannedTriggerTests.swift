import StrictJSON
import Testing

@testable import DriftCore

/// The settings of a trigger: known, unknown, sensitive, not set.
@Suite struct PlannedTriggerTests {
    /// One attribute: how its value is written, and how the masks mark it.
    struct Attribute: Sendable {
        var name: String
        var written: String
        var mark: String
        var strange: String

        static let all = [
            Attribute(name: "name", written: #""name":"T""#),
            Attribute(name: "topic", written: #""topic_name":"t""#),
            Attribute(name: "enabled", written: #""enabled":true"#),
            Attribute(name: "match", written: #""match_criteria":"[]""#),
            Attribute(name: "ttl", written: #""event_ttl_seconds":60"#),
            Attribute(name: "delay", written: #""delay_by_seconds":60"#),
        ]

        init(name: String, written: String) {
            self.name = name
            self.written = written
            let key = written.prefix { $0 != ":" }
            mark = "{\(key):true}"
            strange = "\(key):{}"
        }
    }

    @Test func readsEverySetting() throws {
        let criteria = #"[{\"jsonPath\":\"a\",\"operator\":\"Equal\",\"value\":1.5}]"#
        let target = #"[{"type":"Workflow","id":"F","workflow_target_settings":[{"data_format":"Json"}]}]"#
        let settings = try settings(
            #"""
            {"name":"T","topic_name":"t","enabled":true,"match_criteria":"\#(criteria)","event_ttl_seconds":60,
             "delay_by_seconds":5,"description":"d","target":\#(target)}
            """#
        )
        let id = try #require(FlowID("f"))
        #expect(
            settings
                == TriggerSettings(
                    name: .known("T"),
                    topic: .known("t"),
                    dataFormat: .known(.json),
                    match: .known([Criterion(jsonPath: "a", comparison: "Equal", operand: .value(.number("1.5")))]),
                    eventTTLSeconds: .known(60),
                    delayBySeconds: .known(5),
                    targetID: .known(id),
                    target: .id(id)
                )
        )
    }

    @Test(arguments: Attribute.all)
    func marksWhatIsNotKnown(attribute: Attribute) throws {
        let settings = try settings("{\(Self.rest(but: attribute))}", unknown: attribute.mark)
        #expect(reasons(settings) == [attribute.name: .untilApply])
    }

    @Test(arguments: Attribute.all)
    func readsNothingSensitive(attribute: Attribute) throws {
        let settings = try settings("{\(Self.rest(but: nil))}", sensitive: attribute.mark)
        #expect(reasons(settings) == [attribute.name: .sensitive])
    }

    @Test(arguments: Attribute.all)
    func takesAnotherKindOfValueForUnknown(attribute: Attribute) throws {
        let settings = try settings("{\(Self.rest(but: attribute)),\(attribute.strange)}")
        #expect(reasons(settings) == [attribute.name: .unreadable("not of the kind that the provider writes")])
    }

    @Test(arguments: ["null", "[]", "[{}]", #"[{"data_format":null}]"#, #"[{"data_format":""}]"#])
    func readsAnEmptyDataFormatAsNotSet(settings block: String) throws {
        let settings = try target(#"[{"id":"f","workflow_target_settings":\#(block)}]"#)
        #expect(settings.dataFormat == .known(nil))
    }

    @Test func doesNotKnowAStrangeDataFormat() throws {
        let settings = try target(#"[{"id":"f","workflow_target_settings":[{"data_format":"XML"}]}]"#)
        #expect(settings.dataFormat == .unknown(.unreadable("'XML', which is not a data format")))
        #expect(settings.targetID.value == FlowID("f"))
    }

    @Test(arguments: [
        (#"{"target":true}"#, UnknownReason.untilApply),
        (#"{"target":[{"workflow_target_settings":true}]}"#, .untilApply),
        (#"{"target":[{"workflow_target_settings":[{"data_format":true}]}]}"#, .untilApply),
    ])
    func doesNotKnowADataFormatOfLater(unknown: String, reason: UnknownReason) throws {
        let settings = try target(#"[{"id":"f","workflow_target_settings":[{}]}]"#, unknown: unknown)
        #expect(settings.dataFormat == .unknown(reason))
    }

    @Test(arguments: [
        ("null", "not set"), ("[]", "not set"), (#"[{"id":null}]"#, "not set"), (#"[{"id":""}]"#, "not set"),
        (#"[{"id":"a"},{"id":"b"}]"#, "set 2 times"), ("{}", "not of the kind that the provider writes"),
        (#"[{"id":4}]"#, "not of the kind that the provider writes"),
    ])
    func doesNotKnowAStrangeTarget(target: String, problem: String) throws {
        let settings = try self.target(target)
        #expect(settings.targetID == .unknown(.unreadable(problem)))
        #expect(settings.target == .unknown("the flow's id is \(problem)"))
    }

    @Test(arguments: ["null", "0"])
    func readsNoSecondsAsNotSet(seconds: String) throws {
        let settings = try settings(#"{"event_ttl_seconds":\#(seconds),"delay_by_seconds":\#(seconds)}"#)
        #expect(settings.eventTTLSeconds == .known(nil) && settings.delayBySeconds == .known(nil))
    }

    @Test(arguments: [-1, 9, 59, 901])
    func keepsSecondsOutOfBounds(seconds: Int) throws {
        let settings = try settings(#"{"event_ttl_seconds":\#(seconds),"delay_by_seconds":\#(seconds)}"#)
        #expect(settings.eventTTLSeconds == .known(seconds) && settings.delayBySeconds == .known(seconds))
    }

    @Test(arguments: ["null", #""""#, #""null""#, #""[]""#, #"" [ ] ""#])
    func readsNoCriteriaAsNone(text: String) throws {
        #expect(try settings(#"{"match_criteria":\#(text)}"#).match == .known([]))
    }

    @Test(arguments: ["a", "{}", "[1]", "[{}]", #"[{\"jsonPath\":\"a\"}]"#, "[", #"[{\"operator\":\"Exists\"}]"#])
    func doesNotKnowStrangeCriteria(text: String) throws {
        let match = try settings(#"{"match_criteria":"\#(text)"}"#).match
        #expect(match == .unknown(.unreadable("not a JSON list of criteria")))
    }

    @Test func comparesCriteriaAsParsed() throws {
        let one = #"[{\"operator\":\"In\",\"jsonPath\":\"a\",\"values\":[1,{\"x\":1,\"y\":null}],\"value\":null}]"#
        let other = #" [ {\"jsonPath\":\"a\", \"operator\":\"In\", \"values\":[1.0, {\"y\":null,\"x\":1}]} ] "#
        let first = try settings(#"{"match_criteria":"\#(one)"}"#).match
        #expect(try settings(#"{"match_criteria":"\#(other)"}"#).match == first)
        #expect(first.value?.map(\.description) == [#"a In [1, {"x": 1, "y": null}]"#])
    }

    /// All attributes as members, but one.
    private static func rest(but attribute: Attribute?) -> String {
        let members = Attribute.all.filter { $0.name != attribute?.name }.map(\.written)
        return (members + [#""target":[{"id":"f"}]"#]).joined(separator: ",")
    }

    private func target(_ target: String, unknown: String = "{}") throws -> TriggerSettings {
        try settings(#"{"target":\#(target)}"#, unknown: unknown)
    }

    private func settings(
        _ attributes: String,
        unknown: String = "{}",
        sensitive: String = "{}"
    ) throws -> TriggerSettings {
        let address = "genesyscloud_processautomation_trigger.a"
        let change = PlanJSON.change(address, after: attributes, unknown: unknown, sensitive: sensitive)
        return try #require(PlanJSON(changes: [change]).plan().triggers.first?.after)
    }

    private func reasons(_ settings: TriggerSettings) -> [String: UnknownReason] {
        [
            "name": settings.name.unknownReason,
            "topic": settings.topic.unknownReason,
            "enabled": settings.isEnabled.unknownReason,
            "match": settings.match.unknownReason,
            "ttl": settings.eventTTLSeconds.unknownReason,
            "delay": settings.delayBySeconds.unknownReason,
            "format": settings.dataFormat.unknownReason,
            "target": settings.targetID.unknownReason,
        ].compactMapValues(\.self)
    }
}
