import Foundation
import StrictJSON

extension TerraformState<TerraformTriggerAttributes> {
    func settings(target: TriggerSettings.Target) -> TriggerSettings {
        TriggerSettings(
            name: marks["name"].text(of: attributes.name) ?? Self.notSet(),
            topic: marks["topic_name"].text(of: attributes.topicName) ?? Self.notSet(),
            dataFormat: dataFormat,
            // The provider sends false if `enabled` isn't set.
            isEnabled: marks["enabled"].value(of: attributes.enabled) ?? .known(false),
            match: match,
            eventTTLSeconds: seconds(marks["event_ttl_seconds"].value(of: attributes.eventTTLSeconds)),
            delayBySeconds: seconds(marks["delay_by_seconds"].value(of: attributes.delayBySeconds)),
            targetID: targetID,
            target: target
        )
    }

    /// The id of the flow that the trigger starts.
    var targetID: PlannedValue<FlowID> {
        let marks = marks["target"].first["id"]
        // If an id is both sensitive and unknown, the configuration still shows where the id comes from.
        if marks.unknown.isAll { return .unknown(.untilApply) }
        return block.flatMap { marks.flowID(of: $0.id) ?? Self.notSet() }
    }

    private var block: PlannedValue<TerraformTriggerAttributes.Target> {
        guard let blocks = marks["target"].value(of: attributes.target) else { return Self.notSet() }
        return blocks.flatMap { blocks in
            guard let first = blocks.first else { return Self.notSet() }
            return blocks.count == 1 ? .known(first) : .unknown(.unreadable("set \(blocks.count) times"))
        }
    }

    private var dataFormat: PlannedValue<Trigger.DataFormat?> {
        let marks = marks["target"].first["workflow_target_settings"]
        return block.flatMap { block in
            guard let settings = marks.value(of: block.settings) else { return .known(nil) }
            return settings.flatMap { settings in
                guard let first = settings.first else { return .known(nil) }
                guard settings.count == 1 else { return .unknown(.unreadable("set \(settings.count) times")) }
                guard let name = marks.first["data_format"].text(of: first.dataFormat) else { return .known(nil) }
                return name.flatMap { name in
                    guard let format = Trigger.DataFormat(rawValue: name) else {
                        return .unknown(.unreadable("'\(name)', which is not a data format"))
                    }
                    return .known(format)
                }
            }
        }
    }

    /// The criteria, which the configuration writes as a JSON text; the order of members doesn't matter.
    private var match: PlannedValue<[Criterion]> {
        guard let text = marks["match_criteria"].text(of: attributes.matchCriteria) else { return .known([]) }
        return text.flatMap { text in
            do {
                // The provider writes `null` into the state if the org has no criteria.
                let criteria = try JSONDecoder().decode([TerraformCriterion]?.self, from: Data(text.utf8))
                return .known((criteria ?? []).map(\.criterion))
            } catch {
                return .unknown(.unreadable("not a JSON list of criteria"))
            }
        }
    }

    private func seconds(_ value: PlannedValue<Int>?) -> PlannedValue<Int?> {
        // The provider never sends zero, so it means not set.
        (value ?? .known(0)).flatMap { .known($0 == 0 ? nil : $0) }
    }

    private static func notSet<Value>() -> PlannedValue<Value> { .unknown(.unreadable("not set")) }
}

/// A criterion in the JSON text of `match_criteria`.
struct TerraformCriterion: Decodable {
    let jsonPath: String
    let comparison: String
    let value: JSONValue?
    let values: [JSONValue]?

    private enum CodingKeys: String, CodingKey {
        case jsonPath, value, values
        case comparison = "operator"
    }

    /// The criterion, with null treated as a missing value.
    var criterion: Criterion {
        Criterion(
            jsonPath: jsonPath,
            comparison: comparison,
            operand: values.map { .values($0) } ?? value.map { .value($0) }
        )
    }
}
