import YAML

/// A process automation trigger, which starts a workflow when an event matches.
public struct Trigger: Hashable, Sendable {
    /// The trigger's name.
    public var name: String

    /// The event topic, such as `v2.detail.events.conversation.{id}.acw`, or `nil` for a scheduled trigger.
    public var topic: String?

    /// How the event reaches the workflow, or `nil` if it isn't set, which means ``DataFormat/topLevelPrimitives``.
    public var dataFormat: DataFormat?

    /// Whether events start the workflow.
    public var isEnabled: Bool = true

    /// The conditions on the event, in any order; if there are none, every event of the topic matches.
    public var match: [Criterion] = []

    /// How long an event stays valid, in seconds, or `nil` if it isn't set.
    public var eventTTLSeconds: Int?

    /// How long the start is delayed, in seconds, or `nil` if it isn't set.
    public var delayBySeconds: Int?

    /// The workflow that the trigger starts, or `nil` if the source doesn't say.
    public var target: Target?

    /// The trigger's position in its file, or `nil` if the source has no lines.
    public var position: Position?

    /// The id that the org gave the trigger, or `nil` if the source doesn't say, such as a snapshot.
    public var id: String?

    /// The settings that are unknown until a plan is applied; the properties for them have no meaning.
    public var open: OpenSettings = []

    /// How an event reaches the workflow.
    ///
    /// Source: help.mypurecloud.com on trigger data formats. The Terraform provider says that unset means
    /// TopLevelPrimitives.
    public enum DataFormat: String, CaseIterable, Sendable {
        /// The whole event arrives as one JSON input, `Flow.jsonData`.
        case json = "Json"
        /// Each top-level string, number and boolean of the event fills the input of the same name.
        case topLevelPrimitives = "TopLevelPrimitives"
    }

    /// What a trigger starts.
    public enum Target: Hashable, Sendable {
        case flow(FlowKey)
        case id(FlowID)

        /// The flow's type and name, or `nil` if only its id is known.
        public var flowKey: FlowKey? {
            if case .flow(let key) = self { key } else { nil }
        }
    }

    /// The data format that applies, with the default if none is set.
    public var effectiveDataFormat: DataFormat { dataFormat ?? .topLevelPrimitives }

    /// Whether two triggers are in the order in which files list them: by name, then topic, then settings.
    static func areInOrder(_ lhs: Trigger, _ rhs: Trigger) -> Bool {
        // Most names differ, so the texts of the settings are rarely compared.
        guard lhs.name == rhs.name else { return lhs.name < rhs.name }
        guard lhs.topic == rhs.topic else { return (lhs.topic ?? "") < (rhs.topic ?? "") }
        return lhs.settingsText < rhs.settingsText
    }

    private var settingsText: String {
        let criteria = match.map(\.description).sorted().joined(separator: ",")
        return "\(dataFormat?.rawValue ?? "") \(isEnabled) \(criteria) \(eventTTLSeconds ?? 0) \(delayBySeconds ?? 0)"
    }

    /// The same settings without position and id, with sorted criteria.
    var canonical: Trigger {
        var copy = self
        (copy.position, copy.id) = (nil, nil)
        copy.match = match.map(\.canonical).sorted { $0.description < $1.description }
        return copy
    }
}
