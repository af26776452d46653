import PastedRequests
import SourceText
import Testing

@testable import DriftCore

/// The finding that the note on an error answer names.
struct RequestAnsweredTests {
    /// The note on the answer to a body whose only fault is that its inputs are a list.
    private static func note(_ severities: [RuleID: RuleSetting]) throws -> String {
        let body = #"{"flowId": "0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21", "inputData": [{"name": "Flow.x", "value": 1}]}"#
        let answer = #"{"message": "Failed to parse request body", "code": "bad.request", "status": 400}"#
        let comparison = RequestComparison(
            RequestTextReader().read(Array(body.utf8)),
            file: "request.json",
            answer: RequestAnswer(ErrorAnswerReader().read(Array(answer.utf8)), file: "answer.json"),
            in: RequestSurroundings()
        )
        let findings = Judge(severities: severities).judge(comparison).findings
        return try #require(findings.first { $0.rule == "request-answered" }).message
    }

    @Test(arguments: [[:], ["payload-input-shape": .severity(.note)]] as [[RuleID: RuleSetting]])
    func pointsAtWhatExplainsTheAnswer(_ severities: [RuleID: RuleSetting]) throws {
        #expect(try Self.note(severities).hasSuffix("the finding at request.json:1:65 explains it"))
    }

    @Test func pointsAtNoFindingOfARuleThatIsOff() throws {
        let note = try Self.note(["payload-input-shape": .off])
        #expect(note.hasSuffix("no finding on the request explains it"))
    }
}
