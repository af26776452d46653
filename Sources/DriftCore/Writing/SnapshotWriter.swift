import StrictJSON
import YAML

/// Writes the files in `snapshots/`; the output only depends on the flows.
public struct SnapshotWriter: Sendable {
    /// Makes a writer.
    public init() {}

    /// The first line of every file that `flowdrift snapshot` writes; a file without this line is never deleted.
    public static let header = "Written by flowdrift snapshot. Do not edit."

    /// The snapshot of one flow: only its inputs, outputs and triggers, so that each diff is a relevant change.
    public func text(of flow: Flow) -> String {
        var entries = [
            YAMLEntry("flowdrift", 1),
            YAMLEntry("flow", identity(of: flow)),
        ]
        if !flow.inputs.isEmpty { entries.append(YAMLEntry("inputs", variables(flow.inputs))) }
        if !flow.outputs.isEmpty { entries.append(YAMLEntry("outputs", variables(flow.outputs))) }
        if !flow.triggers.isEmpty { entries.append(YAMLEntry("triggers", triggers(flow.triggers, withTarget: false))) }
        if !flow.modules.isEmpty { entries.append(YAMLEntry("modules", modules(flow.modules))) }
        if !flow.calls.isEmpty { entries.append(YAMLEntry("calls", .sequence(flow.calls.map(call), .block))) }
        return text(entries)
    }

    private func call(_ call: FlowCall) -> YAMLValue {
        var entries = [YAMLEntry("kind", .string(call.kind.rawValue))]
        if let id = call.id { entries.append(YAMLEntry("id", .string(id))) }
        entries.append(YAMLEntry("name", .string(call.name)))
        if !call.inputs.isEmpty {
            entries.append(YAMLEntry("inputs", .sequence(call.inputs.map { .string($0) }, .flow)))
        }
        return .mapping(entries, .flow)
    }

    /// The text of `triggers.yaml`: the triggers that start none of the environment's flows.
    public func text(ofStrayTriggers triggers: [Trigger]) -> String {
        text([YAMLEntry("flowdrift", 1), YAMLEntry("triggers", self.triggers(triggers, withTarget: true))])
    }

    func text(_ entries: [YAMLEntry]) -> String {
        YAMLWriter(header: Self.header).text(of: .mapping(entries, .block))
    }

    private func identity(of flow: Flow) -> YAMLValue {
        var entries = [
            YAMLEntry("type", .string(flow.key.type.name)),
            YAMLEntry("name", .string(flow.key.name)),
        ]
        if let division = flow.division { entries.append(YAMLEntry("division", .string(division))) }
        if let state = state(flow.availability) { entries.append(state) }
        if let version = flow.listedVersion { entries.append(YAMLEntry("listed", .string(version))) }
        return .mapping(entries, .flow)
    }

    func state(_ availability: Flow.Availability) -> YAMLEntry? {
        switch availability {
        case .unknown, .available: nil
        case .unpublished, .inactive: YAMLEntry("state", .string(availability.rawValue))
        }
    }

    private func variables(_ variables: [Variable]) -> YAMLValue {
        let entries = variables.map { variable in
            var settings = [YAMLEntry("type", .string(variable.type.description))]
            if let text = variable.defaultText { settings.append(YAMLEntry("default", .string(text))) }
            if variable.isSecure { settings.append(YAMLEntry("secure", true)) }
            if let reads = variable.reads { settings += self.settings(of: reads) }
            return YAMLEntry(variable.name, .mapping(settings, .flow))
        }
        return .mapping(entries, .block)
    }

    private func modules(_ modules: [ModuleCopy]) -> YAMLValue {
        let entries = modules.map { module in
            let parts = [("inputs", module.inputs), ("outputs", module.outputs)].filter { !$0.1.isEmpty }
            return YAMLEntry(module.name, .mapping(parts.map { YAMLEntry($0, variables($1)) }, .block))
        }
        return .mapping(entries, .block)
    }

    private func settings(of reads: Reads) -> [YAMLEntry] {
        let extent: YAMLValue =
            switch reads.extent {
            case .unread: false
            case .read: true
            case .partly: "partly"
            }
        let paths = YAMLValue.sequence(reads.paths.map { .string($0.description) }, .flow)
        return [YAMLEntry("read", extent)] + (reads.paths.isEmpty ? [] : [YAMLEntry("paths", paths)])
    }

    private func triggers(_ triggers: [Trigger], withTarget: Bool) -> YAMLValue {
        .sequence(
            triggers.sorted(by: Trigger.areInOrder).map { .mapping(settings(of: $0, withTarget: withTarget), .block) },
            .block
        )
    }

    /// The settings of a trigger in a snapshot, in order, without those that aren't set.
    func settings(of trigger: Trigger, withTarget: Bool) -> [YAMLEntry] {
        let target: String? =
            switch trigger.target {
            case .flow(let key)?: key.description
            case .id(let id)?: id.text
            case nil: nil
            }
        let criteria = trigger.match.sorted { $0.description < $1.description }.map(criterion)
        let entries = [
            YAMLEntry("name", .string(trigger.name)),
            trigger.topic.map { YAMLEntry("topic", .string($0)) },
            trigger.dataFormat.map { YAMLEntry("dataFormat", .string($0.rawValue)) },
            YAMLEntry("enabled", .boolean(trigger.isEnabled)),
            criteria.isEmpty ? nil : YAMLEntry("match", .sequence(criteria, .block)),
            trigger.eventTTLSeconds.map { YAMLEntry("eventTTLSeconds", .integer($0)) },
            trigger.delayBySeconds.map { YAMLEntry("delayBySeconds", .integer($0)) },
            withTarget ? target.map { YAMLEntry("target", .string($0)) } : nil,
        ]
        return entries.compactMap(\.self)
    }

    private func criterion(_ criterion: Criterion) -> YAMLValue {
        var entries = [
            YAMLEntry("jsonPath", .string(criterion.jsonPath)),
            YAMLEntry("operator", .string(criterion.comparison)),
        ]
        switch criterion.operand {
        case .value(let value)?: entries.append(YAMLEntry("value", YAMLValue(value)))
        case .values(let values)?:
            let sorted = values.sorted { $0.description < $1.description }
            entries.append(YAMLEntry("values", .sequence(sorted.map(YAMLValue.init), .flow)))
        case .any?: entries.append(YAMLEntry("value", "any"))
        case nil: break
        }
        return .mapping(entries, .flow)
    }
}

extension YAMLValue {
    init(_ value: JSONValue) {
        switch value {
        case .null: self = .scalar(.null)
        case .boolean(let value): self = .scalar(.boolean(value))
        case .number(let text): self = .scalar(Int(text).map { .integer($0) } ?? .decimal(Double(text) ?? 0))
        case .string(let text): self = .scalar(.string(text))
        case .array(let elements): self = .sequence(elements.map(YAMLValue.init), .flow)
        case .object(let members):
            let entries = members.sorted { $0.key < $1.key }.map { YAMLEntry($0.key, YAMLValue($0.value)) }
            self = .mapping(entries, .flow)
        }
    }
}
