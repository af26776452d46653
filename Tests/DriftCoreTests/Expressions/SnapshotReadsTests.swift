import SourceText
import Testing

@testable import DriftCore

/// The reads of a flow, in its snapshot and among its changes.
@Suite struct SnapshotReadsTests {
    private static func flow(_ reads: Reads?, type: DataType = DataType(.json)) -> Flow {
        Flow(
            key: FlowKey(type: .workflow, name: "A"),
            inputs: [Variable(name: "Flow.j", type: type, reads: reads)]
        )
    }

    private static func reads(_ extent: Reads.Extent, _ paths: String...) -> Reads {
        Reads(extent, paths: paths.compactMap { MemberPath($0) })
    }

    @Test(arguments: [
        (nil, "{ type: json }"),
        (reads(.unread), "{ type: json, read: false }"),
        (reads(.read), "{ type: json, read: true }"),
        (reads(.read, "b", "a"), "{ type: json, read: true, paths: [a, b] }"),
        (
            reads(.partly, "items[].x", #"a["b c"]"#),
            #"{ type: json, read: partly, paths: ["a[\"b c\"]", "items[].x"] }"#
        ),
    ])
    func standsInTheSnapshot(_ reads: Reads?, line: String) throws {
        let text = SnapshotWriter().text(of: Self.flow(reads))
        #expect(text.contains("  Flow.j: \(line)\n"), "\(text)")
        #expect(try SnapshotReader(file: "a.yaml").flow(Array(text.utf8)).inputs.map(\.reads) == [reads])
    }

    @Test(arguments: ["read: maybe", "read: true, paths: a", "read: true, paths: [a..b]", "read: [true]"])
    func isRefusedInAnotherForm(_ settings: String) {
        let text = "flowdrift: 1\nflow: { type: workflow, name: A }\ninputs:\n  Flow.j: { type: json, \(settings) }\n"
        #expect(throws: ReadingError.self) { try SnapshotReader(file: "a.yaml").flow(Array(text.utf8)) }
    }

    @Test(arguments: [
        (reads(.unread), reads(.read), "input 'Flow.j' changed from 'not read' to 'read'"),
        (reads(.read), reads(.partly), "input 'Flow.j' changed from 'read' to 'partly read'"),
        (reads(.read, "a"), reads(.read, "a", "a.b"), "input 'Flow.j' is now also read at path 'a.b'"),
        (
            reads(.partly, "a", "b"), reads(.read, "c"),
            "input 'Flow.j' changed from 'partly read' to 'read' and is now also read at path 'c' "
                + "and is no longer read at paths 'a', 'b'"
        ),
    ])
    func tellsAnotherReadingInAPhraseOfItsOwn(_ old: Reads, new: Reads, phrase: String) {
        let changes = FlowChange.changes(from: Self.flow(old), to: Self.flow(new))
        #expect(changes.map(\.phrase) == [phrase])
        #expect(changes.map(\.subject) == ["Flow.j"])
    }

    @Test func doesNotCallAnotherReadingAnotherType() {
        let changes = FlowChange.changes(
            from: Self.flow(Self.reads(.unread)),
            to: Self.flow(Self.reads(.read), type: DataType(.string))
        )
        #expect(
            changes.map(\.phrase) == [
                "input 'Flow.j' changed from json to string", "input 'Flow.j' changed from 'not read' to 'read'",
            ]
        )
    }

    @Test(arguments: [(nil, reads(.read)), (reads(.read), nil), (nil, nil)])
    func takesWhatIsNotKnownForNoChange(_ old: Reads?, new: Reads?) {
        #expect(FlowChange.changes(from: Self.flow(old), to: Self.flow(new)) == [])
    }
}
