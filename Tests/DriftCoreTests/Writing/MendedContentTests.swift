import PastedRequests
import SourceText
import StrictJSON
import TestSupport
import Testing

@testable import DriftCore

/// A corrected request keeps everything that the person wrote, or a finding names the omitted part.
struct MendedContentTests {
    private static let id = "0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21"

    private static let snapshot = """
        flowdrift: 1
        flow: { type: workflow, name: A }
        inputs:
          Flow.callerName: { type: string, read: true }
          Flow.caseId: { type: string, read: true }
          Flow.reason: { type: string, read: false }

        """

    /// Names of inputs as people write them: correct, without scope, in other letter case, and misspelt.
    private static let inputNames = [
        "Flow.callerName", "Flow.caseId", "Flow.reason", "callerName", "caseId", "flow.reason", "Flow.calerName",
        "Flow.unheardOf", "ticket",
    ]

    private static let members = [
        "inputData", "inputs", "initialData", "parameters", "data", "payload", "variables", "executionData", "context",
        "startWith", "executionConfig", "InputData",
    ]

    /// Ways to write inputs, given their names and values.
    private static let shapes: [@Sendable ([(String, String)]) -> String] = [
        { pairs in object(pairs.map { ($0, "\"\($1)\"") }) },
        { pairs in list(pairs.map { "{\"name\": \"\($0)\", \"value\": \"\($1)\"}" }) },
        { pairs in list(pairs.map { "{\"Key\": \"\($0)\", \"Value\": \"\($1)\"}" }) },
        { pairs in list(pairs.map { "{\"\($0)\": \"\($1)\"}" }) },
        { pairs in object(pairs.map { ($0, "{\"value\": \"\($1)\", \"type\": \"String\"}") }) },
        { pairs in object([("Flow", object(pairs.map { ($0, "\"\($1)\"") }))]) },
        { pairs in object([("inputs", object(pairs.map { ($0, "\"\($1)\"") }))]) },
        { pairs in JSONValue.quoted(object(pairs.map { ($0, "\"\($1)\"") })) },
        { pairs in JSONValue.quoted(list(pairs.map { "{\"name\": \"\($0)\", \"value\": \"\($1)\"}" })) },
        { pairs in pairs.first.map { "\"\($0.1)\"" } ?? "null" },
        { pairs in list(pairs.map { "\"\($0.1)\"" }) },
    ]

    private static let wraps: [@Sendable (String) -> String] = [
        { $0 }, { $0 }, { $0 }, { "[\($0)]" }, { "{\"body\": \($0), \"source\": \"v90\"}" },
        { "{\"data\": {\"type\": \"v91\", \"attributes\": \($0)}}" }, { JSONValue.quoted($0) },
        { "{\"body\": \(JSONValue.quoted($0))}" }, { "[\($0), {\"flowId\": \"v92\"}]" },
    ]

    private static func object(_ members: [(String, String)]) -> String {
        "{" + members.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}"
    }

    private static func list(_ elements: [String]) -> String { "[" + elements.joined(separator: ", ") + "]" }

    @Test(arguments: 0..<1500)
    func losesNothing(_ seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let names = Self.inputNames.shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random))
        let pairs = names.enumerated().map { ($1, "v1\($0)") }
        let shape = try #require(Self.shapes.randomElement(using: &random))
        let member = try #require(Self.members.randomElement(using: &random))
        let wrap = try #require(Self.wraps.randomElement(using: &random))
        var members = [("flowId", "\"\(Self.id)\""), (member, shape(Array(pairs)))]
        if Bool.random(using: &random) { members.append(("user", "{\"id\": \"v80\"}")) }
        if Bool.random(using: &random) { members.append(("name", "\"v81\"")) }
        let text = wrap(Self.object(members.shuffled(using: &random)))

        let flow = try SnapshotReader(file: "snapshot.yaml").flow(Array(Self.snapshot.utf8))
        let isKnown = Bool.random(using: &random)
        let entries = isKnown ? [FlowEntry(key: flow.key, id: FlowID(Self.id))] : []
        let comparison = RequestComparison(
            RequestTextReader().read(Array(text.utf8)),
            file: "request.json",
            in: RequestSurroundings(flow: isKnown ? flow : nil, entries: entries)
        )
        let findings = Judge().judge(comparison).findings
        #expect(!isKnown || findings.contains { $0.severity == .error } || !text.contains("Flow.unheardOf"), "\(text)")
        guard let corrected = CorrectedRequest(comparison)?.text else {
            #expect(findings.contains { $0.severity == .error }, "\(text)")
            return
        }
        let said = findings.map(\.message).joined(separator: "\n")
        let named = pairs + [("user", "v80"), ("name", "v81"), ("source", "v90"), ("type", "v91")]
        for (name, value) in named where text.contains(value) {
            let isLeftOut =
                said.contains("Member '\(member)' does not belong in a launch, which has")
                || said.contains("Input 'inputs' is not declared")
            let isThere = corrected.contains(value) || said.contains("'\(name)'") || said.contains(value) || isLeftOut
            #expect(isThere, "'\(name)': \(value) is lost of\n\(text)\n---\n\(corrected)---\n\(said)")
        }
        #expect(corrected.contains(Self.id), "\(text)\n---\n\(corrected)")
    }
}
