import Foundation
import SourceText
import Testing

@testable import DriftCore

/// The places of errors in a JSON file of a flow export.
@Suite struct ExportPlaceTests {
    struct Refusal: Sendable, CustomTestStringConvertible {
        let text: String
        let error: String

        init(_ text: String, _ error: String) {
            self.text = text
            self.error = error
        }

        var testDescription: String { text.debugDescription }
    }

    @Test(arguments: [
        Refusal(
            "{\"entities\": [{\"name\": \"A\",\n \"type\": ",
            """
            half.json:2:9: The file is not valid JSON: the text ends before the value of 'type'; \
            the file may have been cut short; export or download the file again
            """
        ),
        Refusal(
            "{\"entities\": [{\"name\": \"A\"\n \"type\": \"WORKFLOW\"}]}",
            "half.json:1:27: The file is not valid JSON: a comma is missing before \"type\"; export or download the file again"
        ),
        Refusal(
            "{\"entities\": [\n  {\"name\": 5, \"type\": \"BOT\"}]}",
            "half.json:2:12: 'entities[0].name' should be a string"
        ),
        Refusal(
            "{\"name\": \"A\", \"type\": \"workflow\",\n \"variables\": [{\"isInput\": true}]}",
            "half.json:2:16: 'variables[0]' has no 'name'"
        ),
    ])
    func pointsAtTheFaultOfAnExport(refusal: Refusal) {
        #expect {
            try FlowFileReader().read(Array(refusal.text.utf8), file: "half.json")
        } throws: { error in
            "\(error)" == refusal.error
        }
    }

    @Test func givesNoPlaceInsideAnEncodedExport() throws {
        let json = "{%22entities%22: [{%22name%22: 5, %22type%22: %22workflow%22, %22division%22: null}]"
        let error = try #require(throws: ReadingError.self) {
            try FlowFileReader().read(Array(Data(json.utf8).base64EncodedString().utf8), file: "a.i3WorkFlow")
        }
        #expect(
            error.description
                == """
                a.i3WorkFlow: The export's content is not valid JSON: \
                the '{' at 1:1 is never closed; the file may have been cut short; export or download the file again
                """
        )
    }
}
