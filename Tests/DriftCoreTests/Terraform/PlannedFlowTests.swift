import Testing

@testable import DriftCore

/// The settings of a flow: known, unknown, sensitive, not set.
@Suite struct PlannedFlowTests {
    private static let full =
        #"{"id":"ID","name":"N","type":"WORKFLOW","filepath":"f.yaml","substitutions":{"a":"1"},"file_content_hash":"h"}"#

    private static let names = ["id", "name", "type", "filepath", "substitutions", "file_content_hash"]

    @Test func readsEverySetting() throws {
        let settings = try settings(Self.full)
        let id = try #require(FlowID("id"))
        #expect(
            settings
                == FlowSettings(
                    id: .known(id),
                    name: .known("N"),
                    type: .known(.workflow),
                    filepath: .known("f.yaml"),
                    substitutions: .known(["a": .known("1")]),
                    fileContentHash: .known("h")
                )
        )
    }

    @Test(arguments: ["{}", Self.nothing("null"), Self.nothing("\"\"").replacing(#""substitutions":"","#, with: "")])
    func readsNothingAsNotSet(attributes: String) throws {
        #expect(try settings(attributes) == FlowSettings())
    }

    @Test(arguments: names)
    func marksWhatIsNotKnown(name: String) throws {
        let settings = try settings("{}", unknown: #"{"\#(name)":true}"#)
        #expect(reasons(settings) == [name: .untilApply])
    }

    @Test(arguments: names)
    func readsNothingSensitive(name: String) throws {
        let settings = try settings(Self.full, sensitive: #"{"\#(name)":true}"#)
        #expect(reasons(settings) == [name: .sensitive])
    }

    @Test(arguments: names)
    func takesAnotherKindOfValueForUnknown(name: String) throws {
        let settings = try settings(#"{"\#(name)":7}"#)
        #expect(reasons(settings) == [name: .unreadable("not of the kind that the provider writes")])
    }

    @Test func doesNotKnowAFlowThatIsAllSensitive() throws {
        #expect(try reasons(settings(Self.full, sensitive: "true")).keys.sorted() == Self.names.sorted())
    }

    @Test func tellsSubstitutionsApart() throws {
        let settings = try settings(
            #"{"substitutions":{"known":"1","secret":"2","none":null}}"#,
            unknown: #"{"substitutions":{"later":true}}"#,
            sensitive: #"{"substitutions":{"secret":true}}"#
        )
        #expect(
            settings.substitutions
                == .known([
                    "known": .known("1"), "secret": .unknown(.sensitive), "later": .unknown(.untilApply),
                    "none": .unknown(.unreadable("null")),
                ])
        )
    }

    @Test(arguments: [
        ("https://h/f.yaml", "https://h/f.yaml"),
        ("HTTP://h/f.yaml?X-Signature=secret", "HTTP://h/f.yaml"),
        ("https://user:secret@h/f@1.yaml#secret", "https://h/f@1.yaml"),
        ("s3://bucket/f.yaml", "s3://bucket/f.yaml"),
    ])
    func fetchesNoFile(path: String, address: String) throws {
        let settings = try settings(#"{"filepath":"\#(path)"}"#)
        #expect(settings.filepath == .unknown(.elsewhere(address)))
    }

    @Test(arguments: ["https.yaml", "s3/f.yaml", "./http://f.yaml", "C:\\\\flows\\\\f.yaml"])
    func readsAPathAsAPath(path: String) throws {
        #expect(try settings(#"{"filepath":"\#(path)"}"#).filepath == .known(path.replacing("\\\\", with: "\\")))
    }

    @Test func doesNotKnowAStrangeType() throws {
        let type = try settings(#"{"type":"work flow"}"#).type
        #expect(type == .unknown(.unreadable("'work flow', which is not a flow type")))
    }

    private static func nothing(_ value: String) -> String {
        "{" + names.map { #""\#($0)":\#(value)"# }.joined(separator: ",") + "}"
    }

    private func settings(
        _ attributes: String,
        unknown: String = "{}",
        sensitive: String = "{}"
    ) throws -> FlowSettings {
        let change = PlanJSON.change("genesyscloud_flow.a", after: attributes, unknown: unknown, sensitive: sensitive)
        return try #require(PlanJSON(changes: [change]).plan().flows.first?.after)
    }

    private func reasons(_ settings: FlowSettings) -> [String: UnknownReason] {
        [
            "id": settings.id?.unknownReason,
            "name": settings.name?.unknownReason,
            "type": settings.type?.unknownReason,
            "filepath": settings.filepath?.unknownReason,
            "substitutions": settings.substitutions.unknownReason,
            "file_content_hash": settings.fileContentHash?.unknownReason,
        ].compactMapValues(\.self)
    }
}
