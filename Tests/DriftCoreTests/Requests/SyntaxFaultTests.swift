import PastedRequests
import SourceText
import Testing

@testable import DriftCore

/// If one cause has an effect in many places, there is one finding, which names all of them.
struct SyntaxFaultTests {
    private static func lines(_ text: String) -> [String] {
        let request = RequestComparison(
            RequestTextReader().read(Array(text.utf8)),
            file: "a",
            in: RequestSurroundings()
        )
        return Judge().judge(request).reported.findings.filter { $0.rule.hasSuffix("-syntax") }.map { finding in
            "\(finding.place?.description ?? ""): \(finding.message) | \(finding.fix.summary)"
        }
    }

    @Test func namesEveryPlaceOfOneCause() {
        #expect(
            Self.lines("{'flowId': '{{id}}',\n 'inputData': {}}") == [
                "a:1:2: 'flowId' is in single quotes, where JSON allows only double quotes; 2 more at 1:12, 2:2"
                    + " | write \"flowId\", and correct the others the same way"
            ]
        )
    }

    @Test func keepsOtherCausesApart() {
        let lines = Self.lines("{'flowId': \"{{id}}\", inputData: {},, }")
        #expect(lines.count == 4)
        #expect(lines.allSatisfy { !$0.contains("more at") })
    }

    @Test func keepsTheEditOfWhatStandsAlone() throws {
        let text = "{'flowId': \"{{id}}\"}"
        let request = RequestComparison(
            RequestTextReader().read(Array(text.utf8)),
            file: "a",
            in: RequestSurroundings()
        )
        let finding = try #require(Judge().judge(request).reported.findings.first { $0.rule == "payload-syntax" })
        #expect(finding.fix.edit?.replacement == "\"flowId\"")
    }
}
