/// The ids of triggers with their names, as in `index.yaml`.
public struct TriggerIDs: Hashable, Sendable {
    /// The names of the triggers that events start, by id.
    public var events: [String: String]

    /// The names of the triggers that a schedule starts, by id.
    public var scheduled: [String: String]

    /// Makes a set of ids.
    public init(events: [String: String] = [:], scheduled: [String: String] = [:]) {
        self.events = events
        self.scheduled = scheduled
    }

    /// Makes the set of ids of triggers; a trigger without an id is left out.
    public init(of triggers: some Sequence<Trigger>) {
        self.init()
        for trigger in triggers {
            guard let id = trigger.id else { continue }
            if trigger.topic == nil { scheduled[id] = trigger.name } else { events[id] = trigger.name }
        }
    }

    /// Whether no id is known.
    public var isEmpty: Bool { events.isEmpty && scheduled.isEmpty }

    /// The names of all triggers; a name that several triggers share is repeated.
    public var names: [String] { events.values + Array(scheduled.values) }

    /// The names of all triggers, by id.
    public var all: [String: String] { events.merging(scheduled) { first, _ in first } }

    /// This set without the given ids.
    public func without(_ ids: some Collection<String>) -> TriggerIDs {
        guard !isEmpty else { return self }
        let ids = Set(ids)
        return TriggerIDs(
            events: events.filter { !ids.contains($0.key) },
            scheduled: scheduled.filter { !ids.contains($0.key) }
        )
    }

    /// This set with others added; for an id that both sets have, the name in `others` counts.
    public func adding(_ others: TriggerIDs) -> TriggerIDs {
        TriggerIDs(
            events: events.merging(others.events) { $1 },
            scheduled: scheduled.merging(others.scheduled) { $1 }
        )
    }
}
