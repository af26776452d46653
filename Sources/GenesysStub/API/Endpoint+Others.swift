import DriftCore
import StrictJSON

extension Endpoint {
    /// The endpoints for everything except flows and triggers.
    static let others: [Endpoint] = [
        Endpoint("/api/v2/notifications/availabletopics", isListing: true) { (catalogue, request, _) throws(APIError) in
            let hasSchema = request.values("expand").contains("schema")
            let topics = catalogue.topics.map { topic($0, withSchema: hasSchema).bytes }
            return .page(Page(entities: topics, members: [:]))
        },
        Endpoint("/api/v2/authorization/divisions", isListing: true) { (catalogue, request, _) throws(APIError) in
            let ids = Set(request.values("id"))
            let divisions = catalogue.divisions.map(division).filter { ids.isEmpty || ids.contains($0.id) }
            return .page(try .counted(divisions, for: request) { $0.json.bytes })
        },
        Endpoint("/api/v2/authorization/divisions/{}") { (catalogue, _, ids) throws(APIError) in
            guard let division = catalogue.divisions.map(division).first(where: { $0.id == ids[0] }) else {
                throw .notFound("division \(ids[0])")
            }
            return .entity(division.json)
        },
        Endpoint("/api/v2/tokens/me") { (_, _, _) throws(APIError) in .entity(token) },
    ]

    /// A topic; source: MyPureCloud/platform-client-sdk-python 269.0.0, model AvailableTopic.
    private static func topic(_ topic: EventTopic, withSchema: Bool) -> JSONValue {
        .members([
            "id": .string(topic.name),
            "description": .string(""),
            "permissionDetails": .array([]),
            "requiresPermissions": .array([]),
            "requiresDivisionPermissions": .boolean(false),
            "requiresAnyValidator": .boolean(false),
            "enforced": .boolean(false),
            "visibility": .string("Public"),
            "schema": withSchema ? schema(topic) : nil,
            "requiresCurrentUser": .boolean(false),
            "requiresCurrentUserOrPermission": .boolean(false),
            "transports": .array([.string("ProcessAutomation")]),
            "publicApiTemplateUriPaths": .array([]),
            "topicParameters": .array(topic.name.contains("{id}") ? [.string("id")] : []),
        ])
    }

    private static func schema(_ topic: EventTopic) -> JSONValue {
        let properties = topic.attributes.map { attribute in
            let type = attribute.kind == .other ? nil : JSONValue.string(attribute.kind.rawValue)
            return (
                attribute.name,
                JSONValue.members(["type": type, "items": attribute.kind == .array ? .object([:]) : nil])
            )
        }
        return .object([
            "$schema": .string("http://json-schema.org/draft-04/schema#"),
            "type": .string("object"),
            "id": .string("urn:jsonschema:flowdrift:" + topic.name),
            "properties": .object(Dictionary(properties) { first, _ in first }),
        ])
    }

    private static func division(_ name: String) -> (id: String, json: JSONValue) {
        let id = MadeID.text(for: "division", name)
        let json = JSONValue.object([
            "id": .string(id),
            "name": .string(name),
            "description": .string(""),
            "homeDivision": .boolean(name == StubCatalogue.homeDivision),
            "objectCounts": .object([:]),
            "selfUri": .string("/api/v2/authorization/divisions/\(id)"),
        ])
        return (id, json)
    }

    /// The description of a token; source: model TokenInfo.
    private static let token: JSONValue = {
        let org = JSONValue.object(["id": .string(MadeID.text(for: "org", "")), "name": .string("flowdrift stand-in")])
        return .object([
            "organization": org,
            "homeOrganization": org,
            "authorizedScope": .array([]),
            "OAuthClient": .object([
                "id": .string(MadeID.text(for: "client", "")), "name": .string("flowdrift"), "organization": org,
            ]),
        ])
    }()
}
