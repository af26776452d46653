import SourceText
import StrictJSON
import Testing
import YAML

@testable import DriftCore

struct SnapshotRoundTripTests {
    private let writer = SnapshotWriter()
    private let reader = SnapshotReader(file: "snapshot.yaml")

    @Test(arguments: 0..<300 as Range<UInt64>)
    func readsBackEveryFlow(_ seed: UInt64) throws {
        var random = RandomFlows(seed: seed)
        var flow = random.flow()
        if seed % 3 == 0 { flow.listedVersion = random.flow().key.name }
        let text = writer.text(of: flow)
        let read = try reader.flow(Array(text.utf8))
        #expect(FlowChange.changes(from: flow, to: read) == [])
        #expect(FlowChange.changes(from: read, to: flow) == [])
        #expect(read.key == flow.key && read.division == flow.division && read.availability == flow.availability)
        #expect(read.listedVersion == flow.listedVersion)
        #expect(read.inputs.map(\.withoutPosition) == flow.inputs)
        #expect(read.triggers.map(\.canonical) == flow.triggers.map(\.canonical))
        #expect(writer.text(of: read) == text)
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func readsBackTriggersWithTheirTargets(_ seed: UInt64) throws {
        var random = RandomFlows(seed: seed)
        let triggers = (0..<4).map { _ in random.trigger(withTarget: true) }.sorted(by: Trigger.areInOrder)
        let text = writer.text(ofStrayTriggers: triggers)
        let read = try reader.triggers(Array(text.utf8))
        #expect(read.map(\.canonical) == triggers.map(\.canonical))
        #expect(writer.text(ofStrayTriggers: read) == text)
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func readsBackAnIndex(_ seed: UInt64) throws {
        var random = RandomFlows(seed: seed)
        let index = random.index()
        var texts = writer.texts(of: index)
        let first = texts.removeValue(forKey: "index.yaml")
        let head = try reader.index(Array(#require(first).utf8))
        let entries = try texts.map { path, text in try reader.entry(Array(text.utf8), path: path) }
        #expect(head.adding(entries) == index)
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func readsASnapshotAmongExportsAsItStands(_ seed: UInt64) throws {
        var random = RandomFlows(seed: seed)
        let flow = random.flow()
        let file = try FlowFileReader(substitutions: ["name": "x"]).read(
            Array(writer.text(of: flow).utf8),
            file: "a.yaml"
        )
        guard case .flow(let read) = file else { throw ReadingError("no flow", at: Place(file: "a.yaml")) }
        #expect(FlowChange.changes(from: flow, to: read) == [] && read.key == flow.key)
    }

    @Test func writesTheSameBytesInWhateverOrderThePartsCome() {
        var random = RandomFlows(seed: 7)
        let flows = (0..<20).map { _ in random.flow() }
        let turned = flows.map { flow in
            Flow(
                key: flow.key,
                division: flow.division,
                availability: flow.availability,
                inputs: flow.inputs.reversed(),
                outputs: flow.outputs.reversed(),
                triggers: flow.triggers.reversed()
            )
        }
        #expect(turned.map(writer.text(of:)) == flows.map(writer.text(of:)))
    }

    @Test func writesASnapshotAsTheDocumentationShowsIt() throws {
        let flow = Flow(
            key: .workflow("Callback Request"),
            id: FlowID("x"),
            division: "Home",
            availability: .available,
            publishedVersion: "12.0",
            inputs: [
                Variable(name: "Flow.delay", type: DataType(.string), defaultText: "5"),
                Variable(name: "Flow.callerNumber", type: DataType(.string, isCollection: true), isSecure: true),
            ],
            triggers: [
                Trigger(
                    name: "T",
                    topic: "v2.{id}.x",
                    match: [
                        Criterion(jsonPath: "b", comparison: "In", operand: .values([.number("2"), .number("1")]))
                    ],
                    target: .flow(.workflow("Callback Request"))
                )
            ]
        )
        #expect(
            writer.text(of: flow) == """
                # Written by flowdrift snapshot. Do not edit.
                flowdrift: 1
                flow: { type: workflow, name: Callback Request, division: Home }
                inputs:
                  Flow.callerNumber: { type: "string[]", secure: true }
                  Flow.delay: { type: string, default: "5" }
                triggers:
                  - name: T
                    topic: "v2.{id}.x"
                    enabled: true
                    match:
                      - { jsonPath: b, operator: In, values: [1, 2] }

                """
        )
    }
}
