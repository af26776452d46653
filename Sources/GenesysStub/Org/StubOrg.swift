public import DriftCore

/// What the stand-in answers from: the flows, triggers and topics of an org that exists nowhere else.
public struct StubOrg: Sendable {
    /// The flows, in the order in which they are listed.
    public var flows: [StubFlow]

    /// The triggers, in the order in which they are listed; those without a topic are the scheduled ones.
    public var triggers: [StubTrigger]

    /// The event topics that the org offers, beside those that its triggers name.
    public var topics: [EventTopic]

    /// Makes an org of flows and triggers.
    public init(flows: [StubFlow] = [], triggers: [StubTrigger] = [], topics: [EventTopic] = []) {
        self.flows = flows
        self.triggers = triggers
        self.topics = topics
    }

    /// Makes the org that a set of flows was exported from.
    ///
    /// - Parameters:
    ///   - set: The flows, with their triggers.
    ///   - files: The bytes of the files that they were read from, by path. A flow without a file answers with a
    ///     configuration made from its variables.
    ///   - reader: The reader that read them, for its substitutions.
    ///   - topics: The event topics that the org offers.
    /// - Throws: ``ReadingError`` where a file is not what the set was read from.
    public init(
        _ set: FlowSet,
        files: [String: [UInt8]] = [:],
        reader: FlowFileReader = FlowFileReader(),
        topics: [EventTopic] = []
    ) throws(ReadingError) {
        var flows: [FlowKey: StubFlow] = [:]
        for entry in set.entries { flows[entry.key] = StubFlow(entry) }
        // A flow without a file and without a published version is known by name alone.
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
