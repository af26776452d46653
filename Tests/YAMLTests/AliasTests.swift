import SourceText
import Testing
import YAML

/// Anchors and aliases.
@Suite struct AliasTests {
    @Test func readsAnAliasAsItsNodeAtTheAliasesPlace() throws {
        let root = try #require(try YAMLDocument(parsing: "a: &x { k: [1, 2] }\nb: *x\nc: [*x, &s txt, *s]\n").root)
        let alias = try #require(root["b"])
        #expect(alias.kind == .mapping)
        #expect(alias.position == Position(line: 2, column: 4))
        #expect(alias.end == Position(line: 2, column: 6))
        #expect(alias["k"]?.elements.map(\.scalar) == [.integer(1), .integer(2)])
        #expect(alias["k"]?.position == Position(line: 1, column: 12))
        #expect(root["c"]?.elements.map(\.kind) == [.mapping, .scalar, .scalar])
        #expect(root["c"]?.elements.map(\.text) == ["", "txt", "txt"])
    }

    @Test func takesTheLatestNodeOfAName() throws {
        let root = try #require(try YAMLDocument(parsing: "[&a 1, *a, &a 2, *a, &a [&a 3, *a], *a]").root)
        #expect(root.elements.map(\.scalar) == [.integer(1), .integer(1), .integer(2), .integer(2), nil, .integer(3)])
    }

    @Test func findsAKeyThatIsAnAlias() throws {
        let root = try #require(try YAMLDocument(parsing: "&k a: 1\nb: { *k : 2 }").root)
        #expect(root["b"]?["a"]?.scalar == .integer(2))
    }

    @Test func mergesNoKeys() throws {
        let root = try #require(try YAMLDocument(parsing: "a: &a { x: 1 }\nb: { <<: *a, y: 2 }").root)
        #expect(root["b"]?.entries.map(\.key.text) == ["<<", "y"])
        #expect(root["b"]?["x"] == nil)
    }

    @Test func refusesABillionLaughsAtOnce() {
        let lines = (1...30).map {
            "a\($0): &a\($0) [\(Array(repeating: "*a\($0 - 1)", count: 10).joined(separator: ", "))]"
        }
        let text = (["a0: &a0 lol"] + lines).joined(separator: "\n")
        let error = #expect(throws: YAMLError.self) { try YAMLDocument(parsing: text) }
        #expect(error?.description == "7:25: aliases expand to more than 1000000 nodes")
    }

    @Test func countsWhatAliasesStandFor() throws {
        let text = "- &a [1, 2]\n- [*a, *a]\n"
        #expect(throws: Never.self) { try YAMLDocument(parsing: text, limits: YAMLLimits(expandedNodes: 6)) }
        let error = #expect(throws: YAMLError.self) {
            try YAMLDocument(parsing: text, limits: YAMLLimits(expandedNodes: 5))
        }
        #expect(error?.description == "2:8: aliases expand to more than 5 nodes")
    }

    @Test func countsLevelsThroughAliases() throws {
        let text = "- &a [[1]]\n- &b [*a]\n- [*b]\n"
        #expect(throws: Never.self) { try YAMLDocument(parsing: text, limits: YAMLLimits(depth: 5)) }
        let error = #expect(throws: YAMLError.self) { try YAMLDocument(parsing: text, limits: YAMLLimits(depth: 4)) }
        #expect(
            error?.description
                == "3:4: mappings and lists are nested more than 4 levels deep, which is flowdrift's limit"
        )
    }
}
