import YAML

/// A process automation trigger: starts a workflow when an event matches.
public struct Trigger: Hashable, Sendable {
    /// The trigger's name.
    public var name: String

    /// The event topic, with its literal `{id}`; nil for a scheduled trigger, which no event fires.
    public var topic: String?

    /// How the event reaches the workflow; nil where it is not set, which means ``DataFormat/topLevelPrimitives``.
    public var dataFormat: DataFormat?

    /// Whether events fire it.
    public var isEnabled: Bool = true

    /// Which events fire it, in any order; none means every event of the topic.
    public var match: [Criterion] = []

    /// How long an event stays valid, in seconds; nil where it is not set.
    public var eventTTLSeconds: Int?

    /// How long the start is put off, in seconds; nil where it is not set.
    public var delayBySeconds: Int?

    /// The workflow that it starts; nil where the source does not say.
    public var target: Target?

    /// Where its file declares it; nil where the source has no lines to point at.
    public var position: Position?

    /// The id that the org gave it; nil where the source does not say, as a snapshot does not.
    public var id: String?

    /// The settings that a plan doesn't tell before apply; their values here prove nothing.
    public var open: OpenSettings = []

    /// How an event reaches the workflow.
    ///
    /// Source: help.mypurecloud.com on trigger data formats; unset means TopLevelPrimitives by the Terraform provider.
    public enum DataFormat: String, CaseIterable, Sendable {
        /// The whole event arrives as one JSON input, `Flow.jsonData`.
        case json = "Json"
        /// The event's top-level strings, numbers and booleans fill the inputs of the same name.
        case topLevelPrimitives = "TopLevelPrimitives"
    }

    /// What a trigger starts.
    public enum Target: Hashable, Sendable {
        /// A flow known by type and name.
        case flow(FlowKey)
        /// A flow known only by its id.
        case id(FlowID)

        /// The flow's type and name; `nil` if only its id is known.
        public var flowKey: FlowKey? {
            if case .flow(let key) = self { key } else { nil }
        }
    }

    /// The data format in force.
    public var effectiveDataFormat: DataFormat { dataFormat ?? .topLevelPrimitives }

    /// Whether two triggers stand in the order in which they are written: by name, then topic, then settings.
    static func areInOrder(_ lhs: Trigger, _ rhs: Trigger) -> Bool {
        // Most names differ, and then no text of the settings is made.
        guard lhs.name == rhs.name else { return lhs.name < rhs.name }
        guard lhs.topic == rhs.topic else { return (lhs.topic ?? "") < (rhs.topic ?? "") }
        return lhs.settingsText < rhs.settingsText
    }

    private var settingsText: String {
        let criteria = match.map(\.description).sorted().joined(separator: ",")
        return "\(dataFormat?.rawValue ?? "") \(isEnabled) \(criteria) \(eventTTLSeconds ?? 0) \(delayBySeconds ?? 0)"
    }

    /// The same settings, wherever they stand and whatever their id, with their criteria in one order.
    var canonical: Trigger {
        var copy = self
        (copy.position, copy.id) = (nil, nil)
        copy.match = match.map(\.canonical).sorted { $0.description < $1.description }
        return copy
    }
}
