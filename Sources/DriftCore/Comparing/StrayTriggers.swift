/// The triggers of an environment whose target is none of its flows, beside the flows that there are.
public struct StrayTriggers: Sendable {
    /// The environment; nil where the flows come from no named environment.
    let environment: EnvironmentName?

    /// The triggers.
    let triggers: [Trigger]

    /// The flows that are known to exist.
    let entries: [FlowEntry]

    /// The file that holds the triggers; nil where they come from no file.
    let file: String?

    /// Puts the triggers beside the flows of their environment.
    public init(_ triggers: [Trigger], in environment: EnvironmentName?, entries: [FlowEntry], file: String?) {
        self.triggers = triggers
        self.environment = environment
        self.entries = entries
        self.file = file
    }

    /// Whether each flow's id is known, so that an id that fits none is an id of no flow.
    var knowsEveryID: Bool { !entries.isEmpty && entries.allSatisfy { $0.id != nil } }

    /// The triggers with what they start, as far as it is said at all.
    var targets: [(trigger: Trigger, id: FlowID)] {
        triggers.compactMap { trigger in
            guard case .id(let id)? = trigger.target else { return nil }
            return (trigger, id)
        }
    }
}
