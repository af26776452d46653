import SourceText
import Testing
import YAML

@testable import DriftCore

struct FlowSetBuilderTests {
    private static let id = FlowID(madeFor: .workflow("any id"))

    private static func flow(
        _ name: String = "A",
        _ inputs: [String] = [],
        id: FlowID? = nil,
        file: String = "a"
    ) -> Flow {
        let inputs = inputs.map { Variable(name: $0, type: DataType(.string)) }
        return Flow(key: .workflow(name), id: id, inputs: inputs, file: file)
    }

    private static func entry(
        _ name: String,
        id: FlowID? = nil,
        _ availability: Flow.Availability = .available
    ) -> FlowEntry {
        FlowEntry(key: .workflow(name), id: id, division: "Home", publishedVersion: "2.0", availability: availability)
    }

    private static func set(_ files: FlowFile...) -> FlowSet {
        var builder = FlowSetBuilder()
        for (index, file) in files.enumerated() { builder.add(file, from: "file \(index)") }
        return builder.flowSet()
    }

    @Test func keepsOneOfTwoEqualFlowsWithANotice() {
        let set = Self.set(
            .flow(Self.flow("A", ["b", "a"])),
            .flow(Self.flow("A", ["a", "b"], id: Self.id, file: "b"))
        )
        #expect(set.flows.map(\.key) == [.workflow("A")] && set.flows.first?.id == Self.id)
        #expect(set.problems == [])
        #expect(set.notices == [FlowSet.Notice("'workflow/A' is also in a, with the same interface", file: "b")])
    }

    @Test func namesBothFilesOfOneFlowWithTwoInterfaces() {
        let set = Self.set(.flow(Self.flow("A", ["x"])), .flow(Self.flow("A", file: "b")))
        #expect(
            set.problems.map(\.description) == [
                "b: 'workflow/A' is also in a, with another interface: input 'x' (string) is gone; "
                    + "keep one of the two files, or give the flows different names"
            ]
        )
    }

    @Test func takesIdDivisionAndAvailabilityFromAListing() {
        let set = Self.set(.entries([Self.entry("A", id: Self.id, .inactive)]), .flow(Self.flow()))
        #expect(set.flows.map(\.id) == [Self.id])
        #expect(set.flows.map(\.division) == ["Home"])
        #expect(set.flows.map(\.availability) == [.inactive])
        #expect(set.flows.map(\.publishedVersion) == ["2.0"])
        #expect(set.notices == [])
    }

    @Test func keepsTheIdOfAFileNameBeforeThatOfAListing() {
        let own = FlowID(madeFor: .workflow("own"))
        let set = Self.set(.entries([Self.entry("A", id: Self.id)]), .flow(Self.flow("A", id: own)))
        #expect(set.flows.map(\.id) == [own])
    }

    @Test func saysHowManyFlowsAreOnlyListed() {
        #expect(
            Self.set(.entries([Self.entry("A")])).notices.map(\.text) == [
                "1 listed flow has no export, so its inputs and outputs are unknown"
            ]
        )
        let set = Self.set(.entries([Self.entry("A"), Self.entry("B"), Self.entry("C")]), .flow(Self.flow("B")))
        #expect(
            set.notices.map(\.text) == [
                "2 listed flows have no export, so their inputs and outputs are unknown"
            ]
        )
        #expect(set.entries.map(\.key.name) == ["A", "B", "C"] && set.flows.map(\.key.name) == ["B"])
    }

    @Test func saysThatAFlowIsListedWithTwoIds() {
        let set = Self.set(
            .entries([Self.entry("A", id: Self.id)]),
            .entries([Self.entry("A", id: FlowID("x"))]),
            .flow(Self.flow())
        )
        #expect(set.flows.map(\.id) == [Self.id])
        #expect(
            set.notices.map(\.text) == ["'workflow/A' is listed with two ids, \(Self.id) and x; the first is used"]
        )
    }

    @Test(arguments: [id, FlowID(madeFor: .workflow("A"))])
    func linksATriggerByItsTargetsIdOrByTheMadeOne(_ id: FlowID) {
        let trigger = Trigger(name: "T", topic: "v2.x", target: .id(id))
        let set = Self.set(.triggers([trigger]), .flow(Self.flow()), .entries([Self.entry("A", id: Self.id)]))
        #expect(set.flows.first?.triggers.map(\.name) == ["T"])
        #expect(set.strayTriggers == [])
        #expect(set.placedTriggers?.map(\.flow) == [.workflow("A")])
    }

    @Test func linksAnIdThatTwoFlowsHaveToTheSameFlowInEveryRun() {
        let names = (0..<20).map { "Flow \($0)" }
        let trigger = Trigger(name: "T", topic: nil, target: .id(Self.id))
        let sets = [names, names.reversed()].map { names in
            Self.set(.entries(names.map { Self.entry($0, id: Self.id) }), .triggers([trigger]))
        }
        #expect(
            sets.map(\.strayTriggers)
                == Array(repeating: [Trigger(name: "T", topic: nil, target: .flow(.workflow("Flow 9")))], count: 2)
        )
    }

    @Test func keepsATriggerWhoseTargetFitsNoFlow() {
        let other = FlowID(madeFor: .workflow("elsewhere"))
        let triggers = [Trigger(name: "T", topic: nil, target: .id(other)), Trigger(name: "S", topic: nil)]
        let set = Self.set(.triggers(triggers), .flow(Self.flow()))
        #expect(set.strayTriggers?.map(\.name) == ["S", "T"])
        #expect(set.placedTriggers?.map(\.flow) == [nil, nil])
    }

    @Test func takesATriggerOnceThatStandsInTwoListings() {
        let trigger = Trigger(name: "T", topic: "v2.x", id: "1")
        let set = Self.set(.triggers([trigger]), .triggers([trigger, Trigger(name: "T", topic: "v2.x", id: "2")]))
        #expect(set.strayTriggers?.compactMap(\.id) == ["1", "2"])
        #expect(set.problems.isEmpty)
    }

    @Test func saysThatTwoListingsDisagreeOnATrigger() {
        let (old, new) = (Trigger(name: "T", topic: "v2.x", id: "1"), Trigger(name: "T", topic: "v2.y", id: "1"))
        let set = Self.set(.triggers([old]), .triggers([new]))
        // It's unknown which of them applies, and so whether a trigger starts any flow.
        #expect(set.strayTriggers == nil)
        #expect(
            set.problems.map(\.problem) == ["Trigger 'T' (id 1) is also in another file, with different settings"]
        )
    }

    @Test func knowsNothingOfTriggersWithoutAListing() {
        #expect(Self.set(.flow(Self.flow())).strayTriggers == nil)
        #expect(Self.set(.flow(Self.flow())).placedTriggers == nil)
        #expect(Self.set(.flow(Self.flow()), .triggers([])).placedTriggers == [])
    }

    @Test func putsEverythingInOrder() {
        let set = Self.set(
            .flow(Self.flow("b")),
            .flow(Self.flow("B")),
            .flow(Self.flow("A")),
            .skipped(reason: "the file is empty")
        )
        #expect(set.flows.map(\.key.name) == ["A", "B", "b"])
        #expect(set.entries.map(\.key.name) == ["A", "B", "b"])
        #expect(set.notices == [FlowSet.Notice("skipped: the file is empty", file: "file 3")])
    }

    @Test func countsATriggerThatTwoListingsHoldOnce() {
        let twins = [Trigger(name: "A", topic: "t"), Trigger(name: "A", topic: "t")]
        let again = [
            Trigger(name: "A", topic: "t", position: Position(line: 7, column: 1)), Trigger(name: "B", topic: "t"),
        ]
        #expect(Self.set(.triggers(twins), .triggers(again)).strayTriggers?.map(\.name) == ["A", "A", "B"])
        #expect(Self.set(.triggers(again), .triggers(twins)).strayTriggers?.map(\.name) == ["A", "A", "B"])
    }
}
