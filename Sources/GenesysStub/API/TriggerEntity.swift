import DriftCore
import StrictJSON

/// A trigger in the API's format.
///
/// Source: MyPureCloud/platform-client-sdk-python 269.0.0, models Trigger and ScheduledTrigger.
struct TriggerEntity {
    private let stub: StubTrigger

    init(_ trigger: StubTrigger) {
        stub = trigger
    }

    var json: JSONValue {
        let trigger = stub.trigger
        let path = trigger.topic == nil ? "scheduledtriggers" : "triggers"
        return .members([
            "id": .string(stub.id),
            "name": .string(trigger.name),
            "topicName": trigger.topic.map { .string($0) },
            "target": target,
            "version": .integer(1),
            "enabled": .boolean(trigger.isEnabled),
            "matchCriteria": trigger.topic == nil ? nil : .array(trigger.match.map(Self.criterion)),
            "eventTTLSeconds": trigger.eventTTLSeconds.map { .integer($0) },
            "delayBySeconds": trigger.delayBySeconds.map { .integer($0) },
            "schedule": trigger.topic == nil ? Self.everyNight : nil,
            "description": .string(""),
            "selfUri": .string("/api/v2/processautomation/\(path)/\(stub.id)"),
        ])
    }

    private var target: JSONValue {
        .members([
            "type": .string("Workflow"),
            "id": stub.targetID.map { .string($0.text) },
            "workflowTargetSettings": stub.trigger.dataFormat.map { .object(["dataFormat": .string($0.rawValue)]) },
        ])
    }

    private static func criterion(_ criterion: Criterion) -> JSONValue {
        var members: [String: JSONValue] = [
            "jsonPath": .string(criterion.jsonPath),
            "operator": .string(criterion.comparison),
        ]
        switch criterion.operand {
        case .value(let value)?: members["value"] = value
        case .values(let values)?: members["values"] = .array(values)
        case .any?, nil: break
        }
        return .object(members)
    }

    /// A made-up schedule, because none of flowdrift's sources has one.
    private static let everyNight = JSONValue.object([
        "minutes": .string("0"),
        "hours": .string("3"),
        "daysOfMonth": .string("*"),
        "months": .string("*"),
        "daysOfWeek": .string("*"),
        "timezone": .string("UTC"),
    ])
}
