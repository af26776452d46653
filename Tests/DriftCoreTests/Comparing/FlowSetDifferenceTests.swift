import SourceText
import TestSupport
import Testing

@testable import DriftCore

struct FlowSetDifferenceTests {
    private static func set(_ flows: [Flow]) -> FlowSet {
        FlowSet(flows: flows.sorted { $0.key < $1.key }, entries: [], strayTriggers: [])
    }

    private static func flow(_ name: String, id: String? = nil, _ inputs: [String] = ["Flow.a"]) -> Flow {
        Flow(
            key: .workflow(name),
            id: id.flatMap { FlowID($0) },
            inputs: inputs.map { Variable(name: $0, type: DataType(.string)) }
        )
    }

    @Test func recognisesARenameByTheId() {
        let difference = FlowSetDifference(
            from: Self.set([Self.flow("Callback", id: "1", ["Flow.a"])]),
            to: Self.set([Self.flow("Return a call", id: "1", ["Flow.b"])])
        )
        #expect(difference.flows.map(\.kind) == [.renamed])
        #expect(difference.flows.first?.otherKey == .workflow("Return a call"))
        #expect(difference.flows.first?.changes.count == 2)
        #expect(difference.consequence == .breaks)
    }

    @Test func recognisesARenameByInterfaceAndNearName() {
        let old = Self.set([Self.flow("Callback Request"), Self.flow("Callback Status")])
        let new = Self.set([Self.flow("Callback Request v2"), Self.flow("Callback Status v2")])
        let difference = FlowSetDifference(from: old, to: new)
        #expect(difference.flows.map(\.kind) == [.renamed, .renamed])
        #expect(difference.flows.map { $0.otherKey?.name } == ["Callback Request v2", "Callback Status v2"])
    }

    @Test(arguments: [
        (flow("Callback", id: "1"), flow("Callbacks", id: "2")), (flow("Callback"), flow("Survey")),
        (flow("Callback"), flow("Callbacks", ["Flow.b"])), (flow("Callback", []), flow("Callbacks", [])),
    ])
    func takesNoOtherFlowForTheSame(_ old: Flow, _ new: Flow) {
        let difference = FlowSetDifference(from: Self.set([old]), to: Self.set([new]))
        #expect(Set(difference.flows.map(\.kind)) == [.removed, .added])
    }

    /// With so many flows, it would take far too long to try all pairs.
    @Test(arguments: [true, false])
    func recognisesRenamesAmongManyFlows(_ haveIDs: Bool) {
        let flows = { (suffix: String) in
            (0..<3000).map { number in
                let name = "Flow of the callback number \(number)" + suffix
                return Self.flow(name, id: haveIDs ? "\(number)" : nil, haveIDs ? ["Flow.a"] : ["Flow.\(number)"])
            }
        }
        let difference = FlowSetDifference(from: Self.set(flows("")), to: Self.set(flows(" v2")))
        #expect(difference.flows.count == 3000)
        #expect(difference.flows.allSatisfy { $0.otherKey?.name == $0.key.name + " v2" })
    }

    @Test func saysNothingOfTriggersThatOneSideDoesNotKnow() {
        let trigger = Trigger(name: "T", topic: "t")
        var old = Self.set([Self.flow("A")])
        let new = Self.set([Self.flow("A").started(by: [trigger])])
        #expect(FlowSetDifference(from: old, to: new).flows.first?.changes == [.triggerAdded(trigger.interface)])
        old.strayTriggers = nil
        #expect(FlowSetDifference(from: old, to: new).flows.isEmpty)
    }

    private static func incomplete(_ flows: [Flow], without gone: Set<FlowKey> = []) -> FlowSet {
        var set = set(flows)
        set.problems = [ReadingError("It cannot be read", at: Place(file: "other.yaml"))]
        set.gone = gone
        return set
    }

    @Test func takesWhatAnIncompleteSideLacksForNeitherGoneNorNew() {
        let whole = Self.set([Self.flow("A"), Self.flow("B")])
        let part = Self.incomplete([Self.flow("A", ["Flow.b"])])
        for difference in [FlowSetDifference(from: whole, to: part), FlowSetDifference(from: part, to: whole)] {
            #expect(difference.flows.map(\.kind) == [.changed])
            #expect(difference.count == 1)
        }
    }

    @Test func knowsWhatAWholeSideLacksWhateverTheOtherHas() {
        let (whole, part) = (Self.set([Self.flow("A")]), Self.incomplete([Self.flow("A"), Self.flow("B")]))
        #expect(FlowSetDifference(from: whole, to: part).flows.map(\.kind) == [.added])
        #expect(FlowSetDifference(from: part, to: whole).flows.map(\.kind) == [.removed])
        #expect(FlowSetDifference(from: part, to: whole).count == 2)
    }

    @Test func knowsWhatIsGoneFromAnIncompleteSide() {
        let whole = Self.set([Self.flow("A"), Self.flow("B"), Self.flow("C")])
        let part = Self.incomplete([Self.flow("A")], without: [.workflow("B")])
        let difference = FlowSetDifference(from: whole, to: part)
        #expect(difference.flows.map(\.key) == [.workflow("B")])
        #expect(difference.flows.map(\.kind) == [.removed])
        #expect(difference.count == 2)
    }

    @Test func recognisesARenameOnAnIncompleteSideByTheIdAlone() {
        let old = Self.set([Self.flow("Callback", id: "1"), Self.flow("Survey Request")])
        let part = Self.incomplete([Self.flow("Return a call", id: "1"), Self.flow("Survey Request v2")])
        let difference = FlowSetDifference(from: old, to: part)
        #expect(difference.flows.map(\.kind) == [.renamed, .added])
        #expect(difference.flows.last?.key == .workflow("Survey Request v2"))
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func isEmptyFromAStateToItself(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let set = Self.randomSet(using: &random)
        #expect(FlowSetDifference(from: set, to: set).flows.isEmpty)
        #expect(FlowSetDifference(from: set, to: set).count == set.flows.count)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func mirrorsTheDifferenceTheOtherWayRound(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var (left, right) = (Self.randomSet(using: &random), Self.randomSet(using: &random))
        if seed.isMultiple(of: 3) { left = Self.incomplete(left.flows) }
        if seed.isMultiple(of: 2) {
            right = Self.incomplete(right.flows, without: Set(left.flows.prefix(1).map(\.key)))
        }
        let there = FlowSetDifference(from: left, to: right)
        let back = FlowSetDifference(from: right, to: left)
        #expect(there.count == back.count)
        #expect(Set(there.flows.map(Side.init)) == Set(back.flows.map { Side($0).mirrored }))
    }

    /// A difference, to compare with its mirror image.
    private struct Side: Hashable {
        var old: FlowKey?
        var new: FlowKey?
        var changes: Set<FlowChange>

        init(_ difference: FlowDifference) {
            (old, new) = (difference.old?.key, difference.new?.key)
            changes = Set(difference.changes)
        }

        var mirrored: Side {
            var copy = self
            (copy.old, copy.new) = (new, old)
            copy.changes = Set(changes.map(\.mirrored))
            return copy
        }
    }

    private static func randomSet(using random: inout SplitMix64) -> FlowSet {
        let names = [
            "Callback", "Callbacks", "Call back", "Callback Request", "Callback Status", "Survey", "Survey v2",
        ]
        var flows: [FlowKey: Flow] = [:]
        for _ in 0..<Int.random(in: 0...6, using: &random) {
            let name = names[Int.random(in: 0..<names.count, using: &random)]
            let id = Bool.random(using: &random) ? String(Int.random(in: 1...5, using: &random)) : nil
            var flow = flow(name, id: id, Bool.random(using: &random) ? ["Flow.a"] : ["Flow.a", "Flow.b"])
            if Bool.random(using: &random) { flow.inputs[0].type = DataType(.integer) }
            if Bool.random(using: &random) { flow.inputs[0].reads = Reads(.read) }
            if Bool.random(using: &random) { flow.availability = .inactive }
            let isEnabled = Bool.random(using: &random)
            if Bool.random(using: &random) { flow.triggers = [Trigger(name: "T", topic: "t", isEnabled: isEnabled)] }
            flows[flow.key] = flow
        }
        return set(Array(flows.values))
    }
}

extension FlowChange {
    /// The change in the opposite direction.
    fileprivate var mirrored: FlowChange {
        switch self {
        case .inputAdded(let input): .inputRemoved(input)
        case .inputRemoved(let input): .inputAdded(input)
        case .inputChanged(let old, let new): .inputChanged(from: new, to: old)
        case .inputReadsChanged(let old, let new): .inputReadsChanged(from: new, to: old)
        case .inputOpen, .outputOpen: self
        case .outputAdded(let output): .outputRemoved(output)
        case .outputRemoved(let output): .outputAdded(output)
        case .outputChanged(let old, let new): .outputChanged(from: new, to: old)
        case .triggerAdded(let trigger): .triggerRemoved(trigger)
        case .triggerRemoved(let trigger): .triggerAdded(trigger)
        case .triggerChanged(let old, let new): .triggerChanged(from: new, to: old)
        case .availabilityChanged(let old, let new): .availabilityChanged(from: new, to: old)
        case .divisionChanged(let old, let new): .divisionChanged(from: new, to: old)
        }
    }
}

struct ConsequenceTests {
    private static func input(_ type: DataType, _ text: String? = nil, _ reads: Reads? = nil) -> Variable {
        Variable(name: "Flow.a", type: type, defaultText: text, reads: reads)
    }

    private static let string = DataType(.string)
    private static let trigger = Trigger(name: "T", topic: "t")

    private static func trigger(_ change: (inout Trigger) -> Void) -> Trigger {
        var trigger = trigger
        change(&trigger)
        return trigger
    }

    @Test(
        arguments: [
            (.inputRemoved(input(string)), .breaks), (.outputRemoved(input(string)), .breaks),
            (.inputAdded(input(string)), .mayBreak), (.inputAdded(input(string, "x")), .safe),
            (.inputAdded(input(string, nil, Reads(.unread))), .safe), (.outputAdded(input(string)), .safe),
            (.inputChanged(from: input(DataType(.integer)), to: input(DataType(.decimal))), .safe),
            (.inputChanged(from: input(DataType(.decimal)), to: input(DataType(.integer))), .breaks),
            (.inputChanged(from: input(string), to: input(DataType(.date))), .mayBreak),
            (.inputChanged(from: input(string), to: input(DataType(.string, isCollection: true))), .breaks),
            (.inputChanged(from: input(string, "x"), to: input(string)), .mayBreak),
            (.inputChanged(from: input(string), to: input(string, "x")), .safe),
            (.outputChanged(from: input(DataType(.decimal)), to: input(DataType(.integer))), .safe),
            (.outputChanged(from: input(DataType(.boolean)), to: input(string)), .breaks),
            (
                .inputReadsChanged(from: input(string, nil, Reads(.unread)), to: input(string, nil, Reads(.read))),
                .mayBreak
            ),
            (.inputReadsChanged(from: input(string, nil, Reads(.read)), to: input(string, nil, Reads(.unread))), .safe),
            (.triggerAdded(trigger), .mayBreak), (.triggerAdded(trigger { $0.isEnabled = false }), .safe),
            (.triggerRemoved(trigger), .breaks), (.triggerRemoved(trigger { $0.isEnabled = false }), .safe),
            (.triggerChanged(from: trigger, to: trigger { $0.isEnabled = false }), .breaks),
            (.triggerChanged(from: trigger { $0.isEnabled = false }, to: trigger), .mayBreak),
            (.triggerChanged(from: trigger, to: trigger { $0.topic = "u" }), .breaks),
            (.triggerChanged(from: trigger, to: trigger { $0.dataFormat = .json }), .breaks),
            (.triggerChanged(from: trigger, to: trigger { $0.eventTTLSeconds = 60 }), .mayBreak),
            (.availabilityChanged(from: .available, to: .inactive), .breaks),
            (.availabilityChanged(from: .inactive, to: .available), .safe),
            (.divisionChanged(from: "A", to: "B"), .safe),
        ] as [(FlowChange, Consequence)]
    )
    func saysWhatAChangeMeansToCallers(_ change: FlowChange, _ consequence: Consequence) {
        #expect(change.consequence == consequence)
    }
}
