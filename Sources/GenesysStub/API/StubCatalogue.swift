import DriftCore

/// An org made ready to answer from: what does not change from request to request is written once.
public struct StubCatalogue: Sendable {
    /// The org.
    let org: StubOrg

    /// The flows, each with its JSON.
    let flows: [ListedFlow]

    /// The divisions by name, in order; those of flows without a division are left out.
    let divisions: [String]

    /// The triggers that an event fires, and those that a schedule starts.
    let (triggers, scheduledTriggers): ([ListedTrigger], [ListedTrigger])

    /// The event topics: the org's own, and those that its triggers name.
    let topics: [EventTopic]

    private let places: [String: Int]

    /// Makes the answers ready.
    public init(_ org: StubOrg) {
        self.org = org
        flows = org.flows.map(ListedFlow.init)
        places = Dictionary(zip(flows.map(\.flow.id.text), flows.indices)) { first, _ in first }
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

    /// The flow of an id, in any letter case.
    func flow(_ id: String) throws(APIError) -> ListedFlow {
        guard let place = places[id.lowercased()] else { throw .notFound("flow \(id)") }
        return flows[place]
    }
}

/// A flow with its JSON in a listing.
struct ListedFlow: Sendable {
    /// The flow.
    let flow: StubFlow

    /// Its JSON, without the schemas.
    let json: [UInt8]

    /// Makes a flow ready.
    init(_ flow: StubFlow) {
        self.flow = flow
        json = FlowEntity(flow).json(withSchemas: false).bytes
    }
}

/// A trigger with its JSON in a listing.
struct ListedTrigger: Sendable {
    /// The trigger.
    let trigger: StubTrigger

    /// Its JSON.
    let json: [UInt8]

    /// Makes a trigger ready.
    init(_ trigger: StubTrigger) {
        self.trigger = trigger
        json = TriggerEntity(trigger).json.bytes
    }
}
