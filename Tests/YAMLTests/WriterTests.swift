import SourceText
import Testing
import YAML

/// The layout of the writer's output.
@Suite struct WriterTests {
    @Test func writesASnapshotInItsLook() {
        let value: YAMLValue = .mapping(
            [
                YAMLEntry("flowdrift", 1),
                YAMLEntry("flow", .mapping([.init("type", "workflow"), .init("name", "Callback Request")], .flow)),
                YAMLEntry(
                    "inputs",
                    .mapping(
                        [
                            .init(
                                "Flow.callerNumber",
                                .mapping([.init("type", "string"), .init("read", true)], .flow)
                            ),
                            .init(
                                "Flow.jsonData",
                                .mapping(
                                    [
                                        .init("type", "json"),
                                        .init(
                                            "paths",
                                            .sequence(["conversationId", "webhooksInvocation.body.caseId"], .flow)
                                        ),
                                    ],
                                    .flow
                                )
                            ),
                        ],
                        .block
                    )
                ),
                YAMLEntry(
                    "triggers",
                    .sequence(
                        [
                            .mapping(
                                [
                                    .init("name", "Disconnected"),
                                    .init("topic", "v2.detail.events.conversation.{id}.customer.end"),
                                    .init("match", .sequence([.mapping([.init("operator", "Equal")], .flow)], .flow)),
                                ],
                                .block
                            )
                        ],
                        .block
                    )
                ),
            ],
            .block
        )
        let text = """
            # Written by flowdrift snapshot. Do not edit.
            flowdrift: 1
            flow: { type: workflow, name: Callback Request }
            inputs:
              Flow.callerNumber: { type: string, read: true }
              Flow.jsonData: { type: json, paths: [conversationId, webhooksInvocation.body.caseId] }
            triggers:
              - name: Disconnected
                topic: "v2.detail.events.conversation.{id}.customer.end"
                match: [{ operator: Equal }]

            """
        #expect(YAMLWriter(header: "Written by flowdrift snapshot. Do not edit.").text(of: value) == text)
    }

    @Test func writesCommentsAboveTheirEntries() {
        let items: YAMLValue = .sequence(
            [
                .mapping([.init("a", 1, comment: "of the item"), .init("b", 2, comment: "of b")], .block),
                .sequence([.mapping([.init("c", 3, comment: "of c")], .block)], .block),
            ],
            .block
        )
        let value: YAMLValue = .mapping(
            [
                .init("items", items, comment: "two\r\n\nlines  "),
                .init("flow", .mapping([.init("d", 4, comment: "lost")], .flow), comment: "bell \u{7}"),
                .init("deep", .mapping([.init("e", 5, comment: "of e")], .block)),
            ],
            .block
        )
        let text = """
            # two
            #
            # lines
            items:
              # of the item
              - a: 1
                # of b
                b: 2
              # of c
              - - c: 3
            # bell \u{FFFD}
            flow: { d: 4 }
            deep:
              # of e
              e: 5

            """
        #expect(YAMLWriter().text(of: value) == text)
    }

    @Test func writesEmptyCollectionsAndNestedSequences() {
        let value: YAMLValue = .sequence(
            [
                .sequence([], .block), .mapping([], .flow), .sequence([.sequence([1, 2], .block), 3], .block),
                .scalar(.null),
            ],
            .block
        )
        #expect(YAMLWriter().text(of: value) == "- []\n- {}\n- - - 1\n    - 2\n  - 3\n- null\n")
    }

    @Test func writesAScalarAlone() {
        #expect(YAMLWriter(header: "one\ntwo").text(of: "x") == "# one\n# two\nx\n")
        #expect(YAMLWriter(header: "").text(of: true) == "#\ntrue\n")
    }

    @Test func announcesALongKey() throws {
        let key = String(repeating: "k", count: 129)
        let deep: YAMLValue = .mapping([.init(key, .mapping([.init(key, 1)], .block))], .block)
        let text = YAMLWriter().text(
            of: .mapping([.init("a", deep), .init("b", .mapping([.init(key, 2)], .flow))], .block)
        )
        #expect(text == "a:\n  ? \(key)\n  :\n    ? \(key)\n    : 1\nb: { ? \(key) : 2 }\n")
        #expect(try YAMLDocument(parsing: text).root?["a"]?[key]?[key]?.scalar == .integer(1))
        #expect(try YAMLDocument(parsing: text).root?["b"]?[key]?.scalar == .integer(2))
    }

    @Test(arguments: [
        (1, "1.0"), (-0.0, "-0.0"), (0.1, "0.1"), (1e16, "1.0e+16"), (.leastNonzeroMagnitude, "5.0e-324"),
        (1.5e300, "1.5e+300"),
        (.infinity, ".inf"), (-.infinity, "-.inf"), (.nan, ".nan"),
    ])
    func writesADecimalAsOne(decimal: Double, text: String) {
        #expect(YAMLWriter().text(of: .scalar(.decimal(decimal))) == text + "\n")
    }
}
