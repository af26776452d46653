import Foundation
import TestSupport
import Testing
import YAML

@testable import DriftCore

struct JSONFaultTests {
    private static func fault(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        return JSONFault.first(in: bytes).map { "\(Position(ofByte: $0.offset, in: bytes)): \($0.phrase)" }
    }

    @Test(arguments: [
        ("", "1:1: the document ends here, before it is whole"),
        ("{", "1:2: the document ends here, before it is whole"),
        ("{\"a\": 1,}", "1:9: a comma stands before this '}'"), ("[1,\n]", "2:1: a comma stands before this ']'"),
        ("{a: 1}", "1:2: expected a member's name in double quotes"), ("{\"a\" 1}", "1:6: expected ':'"),
        ("{\"a\": 1 \"b\": 2}", "1:9: expected ',' or '}'"), ("[1 2]", "1:4: expected ',' or ']'"),
        ("[1] x", "1:5: text behind the end of the document"), ("{\"é😀\": nul}", "1:8: expected a value, found 'nul'"),
        ("[\"abc]", "1:2: the string that begins here is never closed"),
        ("[\"\\x\"]", "1:3: an escape that JSON does not have"),
        ("[\"a\tb\"]", "1:4: a control character in a string; write it as an escape"),
        ("[\"\\u12G4\"]", "1:3: an escape \\u without four hexadecimal digits"),
        ("[\"\\u1", "1:3: an escape \\u without four hexadecimal digits"),
        ("[01]", "1:2: '01' is not a number of JSON"), ("[-]", "1:2: '-' is not a number of JSON"),
        ("[1.e5]", "1:2: '1.e5' is not a number of JSON"),
        ("[,]", "1:2: expected a value"), ("['a']", "1:2: expected a value"),
    ])
    func pointsAtTheFirstFault(_ text: String, _ fault: String) {
        #expect(Self.fault(text) == fault)
    }

    @Test(arguments: [
        "{}", " [ ] ", "\u{FEFF}{\"a\": [1, -0.5e+3, true, false, null, \"\\u00e9\\n\"]}\n", "5", "\"x\"",
    ])
    func findsNothingInJSON(_ text: String) {
        #expect(Self.fault(text) == nil)
    }

    @Test func pointsAtAByteThatIsNotUTF8() {
        #expect(JSONFault.first(in: Array("[\"é".utf8) + [0xFF])?.offset == 4)
    }

    @Test func endsWithNestingThatHasNoEnd() {
        #expect(Self.fault(String(repeating: "[", count: 100_000)) == "1:513: nested more than 512 levels deep")
    }

    /// The files of a suite of JSON documents: `y_` are JSON, `n_` are not.
    private static func suite(_ prefix: String) -> [String] {
        let folder = Folders.shared.appending(path: "suites/json-test-suite/test_parsing").path
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasPrefix(prefix) }
            .sorted()
    }

    @Test(
        .enabled(if: Folders.isShared("suites/json-test-suite/test_parsing"), "there is no suite beside the checkout"),
        arguments: suite("y_") + suite("n_")
    )
    func agreesWithASuiteOfDocuments(_ file: String) throws {
        let url = Folders.shared.appending(path: "suites/json-test-suite/test_parsing/" + file)
        let fault = JSONFault.first(in: [UInt8](try Data(contentsOf: url)))
        #expect((fault == nil) == file.hasPrefix("y_"))
    }
}
