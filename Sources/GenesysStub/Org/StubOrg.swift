public import DriftCore

/// The org that the stub server serves: its flows, triggers and topics.
public struct StubOrg: Sendable {
    /// The flows, in the order of the listing.
    public var flows: [StubFlow]

    /// The triggers, in the order of the listing; those without a topic are scheduled.
    public var triggers: [StubTrigger]

    /// The event topics, in addition to those that the triggers name.
    public var topics: [EventTopic]

    /// The data actions, in the order of the listing.
    public var actions: [StubAction] = []

    /// Other ids by which the server finds flows, such as the ids in contracts.
    public var aliases: [FlowID: FlowKey] = [:]

    /// Makes an org.
    public init(flows: [StubFlow] = [], triggers: [StubTrigger] = [], topics: [EventTopic] = []) {
        self.flows = flows
        self.triggers = triggers
        self.topics = topics
    }

    /// Makes the org from which a set of flows was exported.
    ///
    /// - Parameters:
    ///   - set: The flows, with their triggers.
    ///   - files: The bytes of the files from which they were read, by path. A flow without a file gets a configuration
    ///     made from its variables.
    ///   - reader: The reader that read them, for its substitutions.
    ///   - topics: The event topics of the org.
    /// - Throws: ``ReadingError`` if a file doesn't contain the flow that was read from it.
    public init(
        _ set: FlowSet,
        files: [String: [UInt8]] = [:],
        reader: FlowFileReader = FlowFileReader(),
        topics: [EventTopic] = []
    ) throws(ReadingError) {
        var flows: [FlowKey: StubFlow] = [:]
        for entry in set.entries { flows[entry.key] = StubFlow(entry) }
        // A flow with neither a file nor a published version keeps only its name.
        for flow in set.flows where flow.file != nil || flow.availability != .unpublished {
            let definition: FlowDefinition? =
                if let file = flow.file, let bytes = files[file] { try reader.definition(bytes, file: file) } else {
                    nil
                }
            flows[flow.key] = StubFlow(
                flow,
                configuration: definition.flatMap { Configuration(of: flow, from: $0).bytes }
            )
        }
        self.flows = flows.values.sorted { $0.key < $1.key }
        self.topics = topics
        triggers = Self.triggers(of: set, flows: flows)
        actions = (set.actions ?? []).map { StubAction($0, flows: flows.mapValues(\.id)) }
    }

    private static func triggers(of set: FlowSet, flows: [FlowKey: StubFlow]) -> [StubTrigger] {
        var counts: [StubTrigger: Int] = [:]
        var triggers: [StubTrigger] = []
        func add(_ trigger: Trigger, targetID: FlowID?) {
            let first = StubTrigger(trigger, targetID: targetID)
            let number = counts[first, default: 0]
            counts[first] = number + 1
            triggers.append(number == 0 ? first : StubTrigger(trigger, targetID: targetID, number: number))
        }
        for flow in set.flows {
            for trigger in flow.triggers { add(trigger, targetID: flow.linkID) }
        }
        for trigger in set.strayTriggers ?? [] {
            switch trigger.target {
            case .flow(let key)?: add(trigger, targetID: flows[key]?.id ?? FlowID(madeFor: key))
            case .id(let id)?: add(trigger, targetID: id)
            case nil: add(trigger, targetID: nil)
            }
        }
        return triggers
    }
}
