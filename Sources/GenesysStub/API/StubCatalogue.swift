import DriftCore

/// An org prepared for requests: JSON that is the same in every answer is made only once.
public struct StubCatalogue: Sendable {
    let org: StubOrg
    let flows: [ListedFlow]

    /// The names of the divisions, sorted; flows without a division add none.
    let divisions: [String]

    /// The triggers that an event fires, and those that a schedule fires.
    let (triggers, scheduledTriggers): ([ListedTrigger], [ListedTrigger])

    /// The event topics: the org's own, and those that its triggers name.
    let topics: [EventTopic]

    /// The index of each flow in ``flows``, by the flow's own id and by its aliases.
    private let places: [String: Int]

    /// Prepares the answers of an org.
    public init(_ org: StubOrg) {
        self.org = org
        flows = org.flows.map(ListedFlow.init)
        let own = Dictionary(zip(flows.map(\.flow.id.text), flows.indices)) { first, _ in first }
        let keys = Dictionary(zip(flows.map(\.flow.key), flows.indices)) { first, _ in first }
        let others = org.aliases.compactMap { id, key in keys[key].map { (id.text, $0) } }
        places = own.merging(others) { own, _ in own }
        divisions = Set(org.flows.compactMap(\.division) + [Self.homeDivision]).sorted()
        let listed = org.triggers.map(ListedTrigger.init)
        triggers = listed.filter { $0.trigger.trigger.topic != nil }
        scheduledTriggers = listed.filter { $0.trigger.trigger.topic == nil }
        let known = Set(org.topics.map(\.name))
        let named = Set(org.triggers.compactMap(\.trigger.topic)).subtracting(known)
        let source = EventSource(name: "triggers")
        topics = (org.topics + named.map { EventTopic(name: $0, attributes: [], source: source) }).sorted {
            $0.name < $1.name
        }
    }

    /// The division that every org has.
    static let homeDivision = "Home"

    /// The flow that has an id as its own or as an alias, in any letter case.
    func flow(_ id: String) throws(APIError) -> ListedFlow {
        guard let place = places[id.lowercased()] else { throw .notFound("flow \(id)") }
        return flows[place]
    }

    /// The flow that has an id as its own or as an alias, or `nil` if there is none.
    func flow(_ id: FlowID) -> StubFlow? { places[id.text].map { flows[$0].flow } }

    /// The ids of each flow, its own and its aliases, in order.
    var ids: [(flow: FlowKey, ids: [String])] {
        let ids = Dictionary(grouping: places, by: \.value)
        return flows.indices.map { (flows[$0].flow.key, (ids[$0] ?? []).map(\.key).sorted()) }.sorted {
            $0.flow < $1.flow
        }
    }
}

struct ListedFlow: Sendable {
    let flow: StubFlow

    /// The flow's JSON, without schemas.
    let json: [UInt8]

    init(_ flow: StubFlow) {
        self.flow = flow
        json = FlowEntity(flow).json(withSchemas: false).bytes
    }
}

struct ListedTrigger: Sendable {
    let trigger: StubTrigger
    let json: [UInt8]

    init(_ trigger: StubTrigger) {
        self.trigger = trigger
        json = TriggerEntity(trigger).json.bytes
    }
}
