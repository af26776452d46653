import DriftCore
import StrictJSON

extension Endpoint {
    /// The endpoints of triggers and their topics.
    static let triggers: [Endpoint] = [
        Endpoint("/api/v2/processautomation/triggers", permission: triggerView, isListing: true) {
            (catalogue, request, _) throws(APIError) in
            let topics = request.values("topicName")
            let hasDelay = try request.flag("hasDelayBy")
            let triggers = try enabled(catalogue.triggers, request).filter { listed in
                let trigger = listed.trigger.trigger
                return (topics.isEmpty || topics.contains(trigger.topic ?? ""))
                    && (hasDelay == nil || hasDelay == (trigger.delayBySeconds != nil))
            }
            return .page(try .cursored(triggers, for: request, cursor: cursor, json: \.json))
        },
        Endpoint("/api/v2/processautomation/triggers/{}", permission: triggerView) {
            (catalogue, _, ids) throws(APIError) in
            .entity(try trigger(ids[0], among: catalogue.triggers))
        },
        Endpoint("/api/v2/processautomation/triggers/topics", permission: triggerView, isListing: true) {
            (catalogue, request, _) throws(APIError) in
            let names = catalogue.topics.map(\.name)
            return .page(try .cursored(names, for: request, cursor: cursor) { JSONValue.string($0).bytes })
        },
        Endpoint("/api/v2/processautomation/scheduledtriggers", permission: triggerView, isListing: true) {
            (catalogue, request, _) throws(APIError) in
            let triggers = try enabled(catalogue.scheduledTriggers, request)
            return .page(try .cursored(triggers, for: request, cursor: cursor, json: \.json))
        },
        Endpoint("/api/v2/processautomation/scheduledtriggers/{}", permission: triggerView) {
            (catalogue, _, ids) throws(APIError) in
            .entity(try trigger(ids[0], among: catalogue.scheduledTriggers))
        },
    ]

    private static let triggerView = "processautomation:trigger:view"

    private static func enabled(_ triggers: [ListedTrigger], _ request: StubRequest) throws(APIError) -> [ListedTrigger]
    {
        guard let isEnabled = try request.flag("enabled") else { return triggers }
        return triggers.filter { $0.trigger.trigger.isEnabled == isEnabled }
    }

    private static func trigger(_ id: String, among triggers: [ListedTrigger]) throws(APIError) -> [UInt8] {
        guard let trigger = triggers.first(where: { $0.trigger.id == id.lowercased() }) else {
            throw .notFound("trigger \(id)")
        }
        return trigger.json
    }

    private static func cursor(_ trigger: ListedTrigger) -> String { cursor(trigger.trigger.id) }

    /// An opaque cursor.
    private static func cursor(_ text: String) -> String { StableHash(of: "cursor \(text)").hexadecimal }
}
