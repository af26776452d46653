import PastedRequests
import SourceText
import StrictJSON
import Testing
import YAML

@testable import DriftCore

/// Texts that aren't plain UTF-8, and enormous texts.
@Suite struct JSONEncodingTests {
    @Test(arguments: [true, false], [true, false])
    func readsUTF16AndSaysSo(isBigEndian: Bool, hasMark: Bool) throws {
        let units = Array(((hasMark ? "\u{FEFF}" : "") + "{\"é\": 1,}").utf16)
        let bytes = units.flatMap { unit in
            isBigEndian ? [UInt8(unit >> 8), UInt8(unit & 255)] : [UInt8(unit & 255), UInt8(unit >> 8)]
        }
        let document = JSONDocument(reading: bytes)
        #expect(document.faults.map(\.kind) == [.utf16, .trailingComma])
        #expect(document.faults.map(\.position) == [Position(line: 1, column: 1), Position(line: 1, column: 8)])
        #expect(document.faults.first?.message == "the text is UTF-16; JSON is exchanged in UTF-8; save it as UTF-8")
        #expect(document.root?["é"]?.text == "1")
    }

    @Test func pointsAtBytesThatAreNotUTF8() {
        let document = JSONDocument(reading: Array("{\"name\": \"Jos".utf8) + [0xE9] + Array("\", \"b\": 1,}".utf8))
        #expect(
            document.faults.map { "\($0.position)-\($0.end) \($0.kind)" } == [
                "1:14-1:15 invalidUTF8", "1:24-1:25 trailingComma",
            ]
        )
        #expect(
            document.faults.first?.message
                == "byte 0xE9 is not valid in UTF-8, the encoding of JSON; save the text as UTF-8"
        )
        #expect(document.root?["name"]?.text == "Jos\u{FFFD}")
    }

    @Test(arguments: ["[", "{\"a\":"])
    func refusesWhatIsTooDeep(piece: String) {
        let document = JSONDocument(reading: Array(String(repeating: piece, count: 100_000).utf8))
        #expect(document.faults.map(\.kind) == [.tooDeep])
        #expect(
            document.faults.first?.message
                == "objects and arrays are nested more than 512 levels deep, which is flowdrift's limit; send a body with fewer levels"
        )
    }

    @Test func readsWhatIsJustNotTooDeep() {
        let text = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
        #expect(JSONDocument(reading: Array(text.utf8)).isSound)
    }

    @Test func countsNoMoreThanAThousandFaults() {
        let document = JSONDocument(reading: Array(String(repeating: ",", count: 5000).utf8))
        #expect(document.faults.count == 1000)
    }

    @Test func takesNoteOfUTF16InARequest() {
        let bytes = "{}".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        let request = RequestTextReader().read(bytes)
        #expect(
            request.faults.map(\.message) == [
                "the text is UTF-16, which other programs may not read; save the text as UTF-8"
            ]
        )
        #expect(request.bodyText?.document().isSound == true)
    }

    @Test func saysThatATextHoldsNoCommand() {
        let faults = CurlReader().read(Array("fetch https://x/y".utf8)).faults
        #expect(faults.map(\.message) == ["the text contains no curl command; write a command that begins with 'curl'"])
    }
}
