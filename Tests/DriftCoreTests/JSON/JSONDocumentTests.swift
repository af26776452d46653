import SourceText
import StrictJSON
import Testing
import YAML

@testable import DriftCore

@Suite struct JSONDocumentTests {
    private static let text = """
        {"b": [1, {"c": "\\u00e9\\n"}], "a": 1.50,
         "é": true, "b": null, "x/y": {"~": 10e2}}
        """

    private func root(_ text: String = text) throws -> JSONNode {
        try #require(JSONDocument(reading: Array(text.utf8)).root)
    }

    @Test func keepsTheOrderOfMembersAndThoseOfTheSameName() throws {
        #expect(try root().members.map(\.name.text) == ["b", "a", "é", "b", "x/y"])
        #expect(try root()["b"]?.kind == .null)
        #expect(try root()["nowhere"] == nil)
    }

    @Test func placesValuesByCharacters() throws {
        let root = try root("{\"é😀\": 1,\r\n \"b\": \"é\", \"c\":2}")
        #expect(root.members.map(\.name.position.description) == ["1:2", "2:2", "2:12"])
        #expect(root.members.map(\.value.position.description) == ["1:8", "2:7", "2:16"])
        #expect(root.members.map(\.value.end.description) == ["1:9", "2:10", "2:17"])
        #expect(root.end == Position(line: 2, column: 18))
    }

    @Test func placesValuesOnAVeryLongLine() throws {
        let text = "[" + (0..<5000).map { "\"é\($0 % 10)\"" }.joined(separator: ",") + "]"
        let last = try #require(try root(text).elements.last)
        #expect(last.position == Position(line: 1, column: 2 + 4999 * 5))
    }

    @Test(arguments: [
        ("", "object"), ("/b", "null"), ("/x~1y/~0", "10e2"), ("/a", "1.50"), ("/nowhere", "nothing"),
        ("/a/b", "nothing"),
        ("b", "nothing"), ("/é", "true"),
    ])
    func findsValuesByPointer(pointer: String, text: String) throws {
        let node = try root().node(at: pointer)
        #expect(node.map { $0.kind == .object ? "object" : $0.text } ?? "nothing" == text)
    }

    @Test func findsElementsByPointer() throws {
        let root = try root("[[1], {\"a\": [2, 3]}]")
        #expect(root.node(at: "/1/a/1")?.text == "3")
        #expect(root.node(at: "/1/a/2") == nil)
        #expect(root.node(at: "/-1") == nil)
    }

    @Test(arguments: [
        ("1", "1"), ("1.0", "1"), ("1.50", "1.5"), ("-0", "0"), ("-0.0", "0"), ("1e2", "100"), ("1.25e1", "12.5"),
        ("5e-3", "0.005"), ("12345678901234567890.10", "12345678901234567890.1"), ("1e400", "1e400"),
        ("0.1e1", "1"), ("100", "100"), ("1E+2", "100"), ("-1.2e-1", "-0.12"),
    ])
    func keepsEveryDigitOfANumber(text: String, shortest: String) throws {
        let node = try root(text)
        #expect(node.text == text)
        #expect(JSONValue(node) == .number(shortest))
    }

    @Test func becomesAValueWithoutOrder() throws {
        let value = JSONValue(try root())
        #expect(
            value
                == .object([
                    "b": .null, "a": .number("1.5"), "é": .boolean(true), "x/y": .object(["~": .number("1000")]),
                ])
        )
    }

    @Test func writesWhatItReads() throws {
        let text = """
            {
              "b": [
                1,
                {
                  "c": "é\\n"
                }
              ],
              "a": 1.50,
              "e": [],
              "o": {},
              "b": null
            }
            """
        #expect(JSONWriter().text(OrderedJSON(try root(text))) == text)
    }

    @Test func writesAValueWithoutOrderByName() {
        let value = OrderedJSON(.object(["b": .array([.null, .boolean(false)]), "a": .string("\"")]))
        #expect(JSONWriter(onOneLine: true).text(value) == "{\"a\": \"\\\"\", \"b\": [null, false]}")
    }
}
