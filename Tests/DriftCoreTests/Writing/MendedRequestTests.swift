import PastedRequests
import SourceText
import StrictJSON
import TestSupport
import Testing

@testable import DriftCore

/// However a request is broken, the corrected one has no error.
struct CorrectedRequestTests {
    private static let snapshot = """
        flowdrift: 1
        flow: { type: workflow, name: A }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
          Flow.priority: { type: integer, read: true }
          Flow.isUrgent: { type: boolean, read: true }
          Flow.notes: { type: "string[]", read: true }
          Flow.attributes: { type: json, read: true, paths: [caseId] }

        """

    /// A token like one of an org, which no output may show.
    private static let token = "S3cr3tOiJIUzI1NiIsInR5cCI6IkpXVCJ9-qv0XbT3kYzL8mWn2"

    private static let body = """
        {
          "flowId": "0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21",
          "inputData": {
            "Flow.callerNumber": "+353123456789",
            "Flow.priority": 3,
            "Flow.isUrgent": true,
            "Flow.notes": ["called 'twice'"],
            "Flow.attributes": { "caseId": "4711" }
          }
        }
        """

    private static let requests = [
        body,
        """
        curl -X POST 'https://api.mypurecloud.ie/api/v2/flows/executions' \\
          -H "Authorization: Bearer S3CR3T" \\
          -H 'Content-Type: application/json' \\
          --data-raw '\(body.replacing("'", with: "’"))'

        """,
        "POST https://api.mypurecloud.ie/api/v2/flows/executions\nAuthorization: Bearer S3CR3T\n"
            + "Content-Type: application/json\n\n\(body)\n",
    ]

    /// Texts that people confuse or omit in requests.
    private static let swaps = [
        ("\"", "”"), ("'", "‘"), ("inputData", "parameters"), ("inputData", "InputData"), ("Flow.", ""),
        ("Flow.", "flow."), ("flowId", "flow_id"), ("3,", "\"3\","), ("true", "\"true\""), ("{", ""), ("}", ""),
        (",", ""), ("-", "–"), ("https", "http"), ("POST", "GET"), ("api.", "apps."), ("Bearer", ""),
        ("0d6b52aa", "0D6B52AA"), ("0d6b52aa-", ""), ("[", ""), ("\"+353123456789\"", "undefined"), (":", "="),
        ("executions", "execution"), ("{ \"caseId\": \"4711\" }", "\"{}\""), ("priority", "dataFormat"),
    ]

    private static func findings(_ text: String, withFlow: Bool) throws -> ([Finding], CorrectedRequest?) {
        let flow = try SnapshotReader(file: "snapshot.yaml").flow(Array(snapshot.utf8))
        let id = FlowID("0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21")
        let comparison = RequestComparison(
            RequestTextReader().read(Array(text.utf8)),
            file: "request",
            in: RequestSurroundings(
                flow: withFlow ? flow : nil,
                entries: withFlow ? [FlowEntry(key: flow.key, id: id)] : []
            )
        )
        return (Judge().judge(comparison).reported.findings, CorrectedRequest(comparison))
    }

    /// Removes a character, or inserts one with a meaning, anywhere.
    private static func garble(_ text: inout String, _ random: inout SplitMix64) {
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let start = text.indices.randomElement(using: &random) ?? text.startIndex
            guard let sign = Array("{}[]\"',:\\ \n$#<-&é”").randomElement(using: &random) else { continue }
            if Bool.random(using: &random) { text.remove(at: start) } else { text.insert(sign, at: start) }
        }
    }

    @Test(arguments: requests)
    func leavesARightRequestWithoutAFinding(_ text: String) throws {
        let (findings, corrected) = try Self.findings(text, withFlow: true)
        #expect(findings.map(\.line) == [])
        let again = try Self.findings(try #require(corrected).text, withFlow: true)
        #expect(again.0.map(\.line) == [])
    }

    @Test(arguments: 0..<800)
    func mendsWhatIsBroken(_ seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        var text = try #require(Self.requests.randomElement(using: &random))
        if seed.isMultiple(of: 3) { Self.garble(&text, &random) }
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let swap = try #require(Self.swaps.randomElement(using: &random))
            let ranges = text.ranges(of: swap.0)
            guard let range = ranges.randomElement(using: &random) else { continue }
            text.replaceSubrange(range, with: swap.1)
        }
        let withFlow = seed.isMultiple(of: 2)
        text.replace("S3CR3T", with: Self.token)
        let (found, request) = try Self.findings(text, withFlow: withFlow)
        #expect(!found.map(\.whole).joined().contains(Self.token.prefix(9)), "\(text)")
        guard let corrected = request?.text else { return }
        #expect(!corrected.contains(Self.token.prefix(9)), "\(text)")
        let errors = try Self.findings(corrected, withFlow: withFlow).0.filter { $0.severity == .error }
        #expect(errors.map(\.line) == [], "\(text)\n---\n\(corrected)")
    }

    private static func corrected(
        _ body: String,
        published: String? = nil
    ) throws -> (corrected: String, edits: [String]) {
        var flow = try SnapshotReader(file: "snapshot.yaml").flow(Array(snapshot.utf8))
        flow.publishedVersion = published
        flow.id = FlowID("0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21")
        let text = RequestTextReader().read(Array(body.utf8))
        let comparison = RequestComparison(
            text,
            file: "request.json",
            in: RequestSurroundings(flow: flow, entries: [flow.entry])
        )
        let edits = Judge().judge(comparison).reported.findings.compactMap { $0.fix.edit?.replacement }
        return (JSONWriter(onOneLine: true).text(try #require(CorrectedRequest(comparison)).body), edits)
    }

    @Test func takesAShellsVariablesOutOfTheQuotes() throws {
        let command = #"""
            curl 'https://api.mypurecloud.ie/api/v2/flows/executions' -H "Authorization: Bearer $TOKEN" \
              -H 'Content-Type: application/json' \
              -d '{"flowId": "'"${FLOW_ID}"'", "name": "John'\''s", "inputData": {"Flow.priority": '"$PRIORITY"'}}'
            """#
        let (findings, request) = try Self.findings(command, withFlow: false)
        let corrected = try #require(request).text(as: .curl)
        #expect(corrected.contains(#""flowId": "'"${FLOW_ID}"'","#), "\(corrected)")
        #expect(corrected.contains(#""name": "John'\''s","#), "\(corrected)")
        #expect(corrected.contains(#""Flow.priority": '"$PRIORITY"'"#), "\(corrected)")
        #expect(findings.map(\.line) == [])
        #expect(try Self.findings(corrected, withFlow: false).0.map(\.line) == [])
    }

    private static let shapes = [
        #"[{"name": "Flow.callerNumber", "value": "+353123456789"}, {"name": "Flow.callerNumbr", "value": "typo"}]"#,
        #"{"Flow.callerNumber": {"value": "+353123456789"}, "Flow.callerNumbr": {"value": "typo"}}"#,
        #"{"Flow.callerNumber": "+353123456789", "flow.callernumber": "typo"}"#,
        #"{"callerNumber": "typo", "Flow.callerNumber": "+353123456789", "CallerNumber": "typo"}"#,
    ]

    @Test(arguments: shapes)
    func keepsTheRightValueBesideAMisspeltOne(_ inputs: String) throws {
        let corrected = try Self.corrected(
            "{\"flowId\": \"0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21\", \"inputData\": \(inputs)}"
        )
        #expect(corrected.corrected.contains(#""Flow.callerNumber": "+353123456789""#), "\(corrected.corrected)")
        #expect(!corrected.corrected.contains("typo"))
        // The fix for the shape is the same as in the corrected request.
        #expect(corrected.edits.allSatisfy { !$0.contains("typo") }, "\(corrected.edits)")
    }

    @Test(arguments: [("\"12.0\"", true), ("\"99.0\"", false), ("\"\"", false), ("\"latest\"", false), ("12.0", true)])
    func keepsOnlyAVersionThatIsPublished(_ version: String, _ isKept: Bool) throws {
        let corrected = try Self.corrected(
            "{\"flowId\": \"0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21\", \"flowVersion\": \(version), \"inputData\": {}}",
            published: "12.0"
        )
        #expect(corrected.corrected.contains("flowVersion") == isKept, "\(corrected.corrected)")
    }
}

extension Finding {
    /// Everything that a report may show of it.
    fileprivate var whole: String { String(describing: self) }
}
