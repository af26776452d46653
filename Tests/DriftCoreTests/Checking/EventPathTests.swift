import SourceText
import Testing

@testable import DriftCore

/// The paths that a flow reads in an event that arrives as Json.
struct EventPathTests {
    private static let json = "dataFormat: Json, enabled: true"

    private static func sample(_ paths: String, _ triggers: String...) -> InputSourcesSample {
        InputSourcesSample(inputs: "Flow.jsonData: { type: json, read: true, paths: [\(paths)] }", triggers: triggers)
    }

    @Test(arguments: ["ani", "context", "numbers", "\"numbers[]\"", "thing", "count"])
    func findsNothingWhereTheEventHasThePath(_ path: String) throws {
        let judgement = try Self.sample(path, "topic: v2.x, " + Self.json).judgement()
        #expect(judgement.findings == [])
        #expect(judgement.coverage.unknowns.isEmpty)
    }

    @Test(arguments: ["caseId", "caseId.number", "ani.number", "\"ani[]\"", "\"caseId[].x\""])
    func reportsAPathThatTheEventDoesNotHave(_ path: String) throws {
        let subject = "Flow.jsonData." + path.replacing("\"", with: "")
        let rest = "trigger-path-absent T1 \(subject)"
        #expect(try Self.sample(path, "topic: v2.x, " + Self.json).findings() == ["error " + rest])
        #expect(
            try Self.sample(path, "topic: v2.x, dataFormat: Json, enabled: false").findings() == ["note " + rest]
        )
    }

    /// No public source says whether letter case matters.
    @Test(arguments: ["Ani", "ANI", "Context", "\"Numbers[]\""])
    func warnsOfAPathInOtherLetterCase(_ path: String) throws {
        let rest = "trigger-path-absent T1 Flow.jsonData." + path.replacing("\"", with: "")
        #expect(try Self.sample(path, "topic: v2.x, " + Self.json).findings() == ["warning " + rest])
        #expect(
            try Self.sample(path, "topic: v2.x, dataFormat: Json, enabled: false").findings() == ["note " + rest]
        )
    }

    @Test(arguments: [
        ("context.x", "v2.x", "'context.x'"), ("\"numbers[].x\"", "v2.x", "'numbers[].x'"),
        ("thing.x", "v2.x", "'thing.x'"), ("\"context[]\"", "v2.x", "'context[]'"),
        ("webhooksInvocation.body.caseId", "\"v2.webhook.{id}\"", "'webhooksInvocation.body.caseId'"),
        ("\"webhooksInvocation.headers.host[]\"", "\"v2.webhook.{id}\"", "'webhooksInvocation.headers.host[]'"),
        ("labels.colour", "v2.deep", "'labels.colour'"), ("order.number", "v2.deep", "'order.number'"),
        ("\"labels[]\"", "v2.deep", "'labels[]'"), ("\"customer[]\"", "v2.deep", "'customer[]'"),
        ("caseId", "v2.open", "'caseId'"), ("context.x, context.y", "v2.x", "'context.x', 'context.y'"),
    ])
    func doesNotClaimToKnowWhatIsNotDocumented(_ paths: String, _ topic: String, _ named: String) throws {
        let judgement = try Self.sample(paths, "topic: \(topic), " + Self.json).judgement()
        #expect(judgement.findings == [])
        #expect(
            judgement.coverage.unknowns.map(\.reason) == ["the event of trigger 'T1' may lack \(named)"]
        )
    }

    @Test(arguments: [
        "customer.name", "customer.tags", "\"customer.tags[]\"", "\"parts[].id\"", "parts", "customer", "labels",
        "\"modes[]\"",
    ])
    func findsNothingWhereTheEventHasThePathBelowTheTop(_ path: String) throws {
        let judgement = try Self.sample(path, "topic: v2.deep, " + Self.json).judgement()
        #expect(judgement.findings == [])
        #expect(judgement.coverage.unknowns.isEmpty)
    }

    @Test(arguments: [
        ("customer.nmae", "v2.deep", "customer.name"), ("customr.name", "v2.deep", "customer.name"),
        ("name", "v2.deep", "customer.name"), ("\"tags[]\"", "v2.deep", "customer.tags[]"),
        ("customer.name.first", "v2.deep", "customer.name"), ("\"parts[].knd\"", "v2.deep", "parts[].kind"),
        ("parts.id", "v2.deep", "parts[].id"), ("parts.size", "v2.deep", nil),
        ("\"parts[].id.x\"", "v2.deep", "parts[].id"), ("\"labels.x.y\"", "v2.deep", "labels.x"),
        ("customer.age", "v2.deep", nil), ("webhooksInvocation.body.id", "v2.deep", nil),
        ("body.id", "\"v2.webhook.{id}\"", "webhooksInvocation.body.id"),
        ("webhookInvocation.body.id", "\"v2.webhook.{id}\"", "webhooksInvocation.body.id"),
        ("caseId", "\"v2.webhook.{id}\"", nil),
        ("webhooksInvocation.heads.host", "\"v2.webhook.{id}\"", "webhooksInvocation.headers.host"),
        ("webhooksInvocation.headers.host.name", "\"v2.webhook.{id}\"", nil),
    ])
    func reportsAPathBelowTheTopThatTheEventDoesNotHave(_ path: String, _ topic: String, _ near: String?) throws {
        let findings = try Self.sample(path, "topic: \(topic), " + Self.json).judgement().findings
        #expect(
            findings.map(\.summary) == ["error trigger-path-absent T1 Flow.jsonData.\(path.replacing("\"", with: ""))"]
        )
        let message = try #require(findings.first).message
        #expect(message.hasSuffix(near.map { "; did you mean '\($0)'?" } ?? "; the flow reads this path"), "\(message)")
    }

    @Test func leavesWhatIsPostedToTheContractOfAWebhook() throws {
        var sample = Self.sample("webhooksInvocation.body.caseId", "topic: \"v2.webhook.{id}\", " + Self.json)
        sample.contracts = ["launch: { via: webhook, inputs: { caseId: string } }"]
        let judgement = try sample.judgement()
        #expect(judgement.findings == [])
        #expect(judgement.coverage.unknowns.isEmpty)
    }

    @Test func showsAnEventDownToThePathsThatAreRead() throws {
        let paths = "customer.name, \"parts[].id\", customer.age"
        let findings = try Self.sample(paths, "topic: v2.deep, " + Self.json).judgement().findings
        #expect(
            findings.first?.event?.event == #"{"customer": {"name": "<name>"}, "parts": [{"id": "<id>"}]}"#
        )
    }

    @Test(arguments: ["context.x", "ani"])
    func saysOnceThatAnEventIsNotKnown(_ path: String) throws {
        let judgement = try Self.sample(path, "topic: v2.z, " + Self.json).judgement()
        #expect(judgement.findings == [])
        #expect(
            judgement.coverage.unknowns.map(\.reason)
                == ["the event of trigger 'T1' is unknown: no description of topic 'v2.z' was found"]
        )
        #expect(judgement.coverage.triggerEvents == Coverage.Count(checked: 0, total: 1))
    }

    @Test(arguments: [
        ("topic: v2.y, " + json, "note", "the event of trigger 'T2' has it"),
        ("topic: v2.z, " + json, "note", "the event of trigger 'T2' may have it"),
        ("topic: v2.y, dataFormat: Json, enabled: false", "error", "the flow reads this path"),
        ("topic: v2.y, enabled: false", "error", "the flow reads this path"),
    ])
    func isANoteWhereAnotherTriggerBringsThePath(_ other: String, _ severity: String, _ phrase: String) throws {
        let findings = try Self.sample("caseId", "topic: v2.x, " + Self.json, other).judgement().findings
        let finding = try #require(findings.first { $0.rule == "trigger-path-absent" })
        #expect(finding.severity.rawValue == severity)
        #expect(
            finding.message == "Path 'caseId' of 'Flow.jsonData' is not in the event 'v2.x' of trigger 'T1'; \(phrase)"
        )
    }

    @Test func isANoteWhereAContractSendsTheWholeInput() throws {
        var sample = Self.sample("caseId", "topic: v2.x, " + Self.json)
        sample.contracts = ["launch: { inputs: { Flow.jsonData: json } }"]
        #expect(try sample.findings() == ["note trigger-path-absent T1 Flow.jsonData.caseId"])
    }

    @Test func saysWhatIsReadOfAnInputOnlyWhereThatIsKnown() throws {
        let sample = InputSourcesSample(
            inputs: "Flow.ani: { type: string }, Flow.jsonData: { type: json }",
            triggers: ["topic: v2.x, " + Self.json]
        )
        let judgement = try sample.judgement()
        #expect(judgement.findings.map(\.severity) == [.note])
        #expect(judgement.coverage.unknowns.map(\.reason) == ["the inputs that 'workflow/A' reads are unknown"])
    }

    @Test func looksAtEventsOnlyUnderJson() throws {
        let sample = Self.sample("caseId", "topic: v2.x, enabled: true")
        #expect(try sample.findings() == ["error trigger-json-under-primitives T1 Flow.jsonData"])
    }
}
