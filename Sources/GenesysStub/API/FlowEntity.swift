import DriftCore
import StrictJSON

/// A flow in the API's format.
///
/// Source: MyPureCloud/platform-client-sdk-python 269.0.0, models Flow and FlowVersion. Members that only some flows
/// have are omitted from the others: a lock if nobody edits the flow, a language model if it isn't a bot.
struct FlowEntity {
    let flow: StubFlow

    init(_ flow: StubFlow) {
        self.flow = flow
    }

    /// The flow's address, relative to the host.
    var address: String { "/api/v2/flows/\(flow.id)" }

    /// The flow's JSON; `withSchemas` adds the schemas of its inputs and outputs.
    func json(withSchemas: Bool) -> JSONValue {
        let isBot = ["bot", "digitalbot"].contains(flow.key.type.name)
        let newest = flow.newest.map { version($0) }
        return .members([
            "id": .string(flow.id.text),
            "name": .string(flow.key.name),
            "division": Self.division(flow.division),
            "description": .string(""),
            "type": .string(flow.key.type.name.uppercased()),
            "lockedUser": flow.draft == nil ? nil : user,
            "active": .boolean(flow.isActive),
            "system": .boolean(false),
            "deleted": .boolean(false),
            "publishedVersion": flow.published.map { version($0) },
            "savedVersion": newest,
            "checkedInVersion": newest,
            "inputSchema": withSchemas ? schema("inputs", flow.inputs) : nil,
            "outputSchema": withSchemas ? schema("outputs", flow.outputs) : nil,
            "publishedBy": flow.published == nil ? nil : user,
            "currentOperation": operation,
            "nluInfo": isBot ? languageModel : nil,
            "supportedLanguages": languages,
            "compatibleFlowTypes": flow.key.type == .commonModule ? compatibleTypes : nil,
            "worktypeId": flow.key.type.name == "workitem" ? .string(MadeID.text(for: "worktype", flow.id.text)) : nil,
            "virtualAgentEnabled": .boolean(false),
            "selfUri": .string(address),
        ])
    }

    func version(_ version: StubFlow.Version) -> JSONValue {
        let isPublished = version.isPublished && version.id != flow.draft?.id
        let dates = StubDate(of: version, in: flow)
        let own = address + "/versions/" + version.id
        return .members([
            "id": .string(version.id),
            "name": .string(version.id),
            "commitVersion": .string(version.id),
            "configurationVersion": .string(version.id),
            "type": .string(isPublished ? "PUBLISH" : "SAVE"),
            "secure": .boolean(false),
            "debug": .boolean(false),
            "createdBy": user(version.creator ?? flow.publisher),
            "configurationUri": .string(own + "/configuration"),
            "dateCreated": .integer(dates.created),
            "dateCheckedIn": .integer(dates.checkedIn),
            "dateSaved": .integer(dates.created),
            "generationId": .string(MadeID.text(for: "generation", own)),
            "publishResultUri": isPublished ? .string(own + "/results") : nil,
            "virtualAgentEnabled": .boolean(false),
            "datePublished": isPublished ? .string(StubDate.text(dates.published)) : nil,
            "supportedLanguages": languages,
            "compatibleFlowTypes": flow.key.type == .commonModule ? compatibleTypes : nil,
            "selfUri": .string(own),
        ])
    }

    /// A division, with an id made from its name.
    static func division(_ name: String?) -> JSONValue {
        let id = MadeID.text(for: "division", name ?? "")
        return .object([
            "id": .string(id),
            "name": .string(name ?? ""),
            "selfUri": .string("/api/v2/authorization/divisions/\(id)"),
        ])
    }

    private var user: JSONValue { user(flow.publisher) }

    private func user(_ name: String) -> JSONValue {
        let id = MadeID.text(for: "user", name)
        return .object([
            "id": .string(id),
            "name": .string(name),
            "selfUri": .string("/api/v2/users/\(id)"),
        ])
    }

    private var operation: JSONValue {
        .object([
            "id": .string(MadeID.text(for: "operation", flow.id.text)),
            "complete": .boolean(true),
            "user": user,
            "actionName": .string(flow.published == nil ? "SAVE" : "PUBLISH"),
            "actionStatus": .string("SUCCESS"),
        ])
    }

    private var languages: JSONValue {
        .array([.object(["language": .string("en-us"), "isDefault": .boolean(true)])])
    }

    private var compatibleTypes: JSONValue {
        .array(["INBOUNDCALL", "INBOUNDSHORTMESSAGE", "WORKFLOW"].map { .string($0) })
    }

    private var languageModel: JSONValue {
        let id = MadeID.text(for: "language model", flow.id.text)
        return .object([
            "domain": .object(["id": .string(id), "selfUri": .string("/api/v2/languageunderstanding/domains/\(id)")]),
            "engineVersion": .string("v3"),
            "intents": .array([]),
        ])
    }
}
