import SourceText
import Testing
import YAML

@Suite struct NodeTests {
    private let text = """
        # above
        name: Callback Request
        list:
          - one
          - "two"
        flow: { a: [x, yy], b: }
        block: |
          line
        last: end
        """

    @Test func givesEachNodeItsPlace() throws {
        let root = try #require(try YAMLDocument(parsing: text).root)
        let places = [
            root.position, root["name"]?.position, root["list"]?.position, root["flow"]?.position,
            root["flow"]?["b"]?.position, root["block"]?.position,
        ]
        #expect(places.map { $0.map(String.init(describing:)) } == ["2:1", "2:7", "4:3", "6:7", "6:24", "7:8"])
        #expect(root.entries.map { "\($0.key.position)" } == ["2:1", "3:1", "6:1", "7:1", "9:1"])
    }

    @Test func givesEachNodeItsEnd() throws {
        let root = try #require(try YAMLDocument(parsing: text).root)
        let ends = [
            root["name"]?.end, root["flow"]?.end, root["flow"]?["a"]?.end, root["list"]?.elements.first?.end,
            root["list"]?.end, root["block"]?.end, root.end,
        ]
        #expect(
            ends.map { $0.map(String.init(describing:)) } == ["2:23", "6:25", "6:19", "4:8", "6:1", "9:1", "10:1"]
        )
    }

    @Test func startsATaggedOrAnchoredNodeAtItsProperties() throws {
        let root = try #require(try YAMLDocument(parsing: "a: &x !!str b\nc: !own\n  d: 1\n").root)
        #expect(root["a"]?.position == Position(line: 1, column: 4))
        #expect(root["c"]?.position == Position(line: 2, column: 4))
    }

    @Test func countsColumnsInScalars() throws {
        let root = try #require(try YAMLDocument(parsing: "[é, 😁, e\u{301}x, z]").root)
        #expect(root.elements.map(\.position.column) == [2, 5, 8, 13])
    }

    @Test func listsEntriesAndElementsInOrder() throws {
        let root = try #require(try YAMLDocument(parsing: text).root)
        #expect(root.kind == .mapping)
        #expect(root.entries.count == 5)
        #expect(root.entries.map(\.key.text) == ["name", "list", "flow", "block", "last"])
        let list = try #require(root["list"])
        #expect(list.kind == .sequence)
        #expect(list.elements.count == 2)
        #expect(list.elements.map(\.text) == ["one", "two"])
        #expect(list.elements.map(\.isPlain) == [true, false])
    }

    @Test func skipsNestedNodesBetweenSiblings() throws {
        let root = try #require(try YAMLDocument(parsing: "[[1, [2, {a: [3]}]], {b: {c: 4}}, [], {}, 5]").root)
        #expect(root.elements.map(\.kind) == [.sequence, .mapping, .sequence, .mapping, .scalar])
        #expect(root.elements.map(\.elements.count) == [2, 0, 0, 0, 0])
        #expect(root.elements.map(\.entries.count) == [0, 1, 0, 0, 0])
    }

    @Test func givesNothingOfAnotherKind() throws {
        let root = try #require(try YAMLDocument(parsing: "a: [b]").root)
        #expect(root.elements.isEmpty)
        #expect(root.text.isEmpty)
        #expect(root.scalar == nil)
        #expect(root["a"]?.entries.isEmpty == true)
        #expect(root["a"]?["b"] == nil)
        #expect(root["a"]?.elements.first?.elements.isEmpty == true)
    }

    @Test func findsAKeyByItsBytes() throws {
        let root = try #require(try YAMLDocument(parsing: "\"é\": 1\n? [x]\n: 2\n1: 3\n? {y: z}\n: 4\nlast: 5").root)
        #expect(root["é"]?.scalar == .integer(1))
        #expect(root["e\u{301}"] == nil)
        #expect(root["1"]?.scalar == .integer(3))
        #expect(root["last"]?.scalar == .integer(5))
        #expect(root[""] == nil)
        #expect(root["las"] == nil)
    }

    @Test func comparesAScalarsText() throws {
        let root = try #require(try YAMLDocument(parsing: "[\"a\\u00E9\", []]").root)
        let scalar = try #require(root.elements.first)
        #expect(scalar.textEquals("aé"))
        #expect(!scalar.textEquals("ae\u{301}"))
        #expect(!scalar.textEquals("a"))
        #expect(!scalar.textEquals("aéb"))
    }

    @Test func outlivesTheVariableOfItsDocument() throws {
        func node() throws -> YAMLNode? { try YAMLDocument(parsing: "a: [b, c]").root?["a"] }
        #expect(try node()?.elements.map(\.text) == ["b", "c"])
    }

    @Test func foldsAndUnescapes() throws {
        let root = try #require(try YAMLDocument(parsing: "a: >\n  x\n  y\n\nb: \"p\\n\\\n  q\"\nc: u\n  v\n").root)
        #expect(root.entries.map(\.value.text) == ["x y\n", "p\nq", "u v"])
    }
}
