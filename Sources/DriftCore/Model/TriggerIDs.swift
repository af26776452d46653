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

    /// The ids of triggers; those without an id are left out.
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

    /// These ids and others; for an id on both sides the others' name counts.
    public func adding(_ others: TriggerIDs) -> TriggerIDs {
        TriggerIDs(
            events: events.merging(others.events) { $1 },
            scheduled: scheduled.merging(others.scheduled) { $1 }
        )
    }
}
