/// The ids of triggers with their names, as `index.yaml` has them.
public struct TriggerIDs: Hashable, Sendable {
    /// The names of the triggers that events fire, by id.
    public var events: [String: String]

    /// The names of the triggers that a schedule fires, by id.
    public var scheduled: [String: String]

    /// Makes the ids of triggers.
    public init(events: [String: String] = [:], scheduled: [String: String] = [:]) {
        self.events = events
        self.scheduled = scheduled
    }

    /// The ids of triggers; one whose source gives no id is left out.
    public init(of triggers: some Sequence<Trigger>) {
        self.init()
        for trigger in triggers {
            guard let id = trigger.id else { continue }
            if trigger.topic == nil { scheduled[id] = trigger.name } else { events[id] = trigger.name }
        }
    }

    /// Whether no id is known.
    public var isEmpty: Bool { events.isEmpty && scheduled.isEmpty }

    /// The names of all triggers, those of several triggers as often.
    public var names: [String] { events.values + Array(scheduled.values) }

    /// These ids and others; of an id on both sides the others' name.
    public func adding(_ others: TriggerIDs) -> TriggerIDs {
        TriggerIDs(
            events: events.merging(others.events) { $1 },
            scheduled: scheduled.merging(others.scheduled) { $1 }
        )
    }
}
