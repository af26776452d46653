import DriftCore

/// Something to read through the Platform API: a path with its query, and the required permission.
///
/// Only the resources that this type defines can be made.
public struct PlatformResource: Hashable, Sendable {
    /// The path, percent-encoded: `/api/v2/flows`.
    let path: String

    /// The query, percent-encoded and without its question mark, or an empty string if there is none.
    let query: String

    /// The required permission, or `nil` if none is required.
    let permission: Permission?

    private init(_ path: String, _ query: [(name: String, value: String)] = [], permission: Permission?) {
        self.init(
            path,
            query: query.map { "\($0.name)=\(Self.encoded($0.value))" }.joined(separator: "&"),
            permission: permission
        )
    }

    private init(_ path: String, query: String, permission: Permission?) {
        self.path = path
        self.query = query
        self.permission = permission
    }

    /// The path with its query.
    public var pathAndQuery: String { query.isEmpty ? path : "\(path)?\(query)" }

    /// A permission that the client's role must have.
    ///
    /// Source: MyPureCloud/platform-client-sdk-cli, the permissions of each call.
    enum Permission: String, Sendable {
        case viewFlows = "architect:flow:view"
        case viewTriggers = "processautomation:trigger:view"
        case viewActions = "integrations:action:view"
    }

    /// A text, percent-encoded except for RFC 3986's unreserved characters.
    private static func encoded(_ text: String) -> String {
        text.utf8.reduce(into: "") { result, byte in
            let isPlain = byte.isUnreserved
            let digits = String(byte, radix: 16, uppercase: true)
            result += isPlain ? String(UnicodeScalar(byte)) : "%" + (digits.count == 1 ? "0" : "") + digits
        }
    }
}

extension PlatformResource {
    /// A page of the flows; `number` counts from 1, `size` is the number of flows on a page.
    static func flows(page number: Int, size: Int, query: FlowQuery = FlowQuery()) -> PlatformResource {
        let types = query.types.map { (name: "type", value: $0.name) }
        let name = query.name.map { [(name: "name", value: $0)] } ?? []
        let page = [(name: "pageNumber", value: String(number)), (name: "pageSize", value: String(size))]
        return PlatformResource("/api/v2/flows", page + types + name, permission: .viewFlows)
    }

    static func flow(_ id: FlowID) -> PlatformResource {
        PlatformResource("/api/v2/flows/\(encoded(id.text))", permission: .viewFlows)
    }

    static func configuration(of id: FlowID, version: String) -> PlatformResource {
        let path = "/api/v2/flows/\(encoded(id.text))/versions/\(encoded(version))/configuration"
        return PlatformResource(path, permission: .viewFlows)
    }

    /// A page of a flow's versions; `number` counts from 1, `size` is the number of versions on a page.
    static func versions(of id: FlowID, page number: Int, size: Int) -> PlatformResource {
        PlatformResource(
            "/api/v2/flows/\(encoded(id.text))/versions",
            [(name: "pageNumber", value: String(number)), (name: "pageSize", value: String(size))],
            permission: .viewFlows
        )
    }

    /// The configuration that was saved last, published or not.
    static func latestConfiguration(of id: FlowID) -> PlatformResource {
        PlatformResource("/api/v2/flows/\(encoded(id.text))/latestconfiguration", permission: .viewFlows)
    }

    /// The first page of the event triggers.
    static func triggers(size: Int) -> PlatformResource {
        PlatformResource(
            "/api/v2/processautomation/triggers",
            [(name: "pageSize", value: String(size))],
            permission: .viewTriggers
        )
    }

    /// The first page of the scheduled triggers.
    static func scheduledTriggers(size: Int) -> PlatformResource {
        PlatformResource(
            "/api/v2/processautomation/scheduledtriggers",
            [(name: "pageSize", value: String(size))],
            permission: .viewTriggers
        )
    }

    static func trigger(_ id: String) -> PlatformResource {
        PlatformResource("/api/v2/processautomation/triggers/\(encoded(id))", permission: .viewTriggers)
    }

    static func scheduledTrigger(_ id: String) -> PlatformResource {
        PlatformResource("/api/v2/processautomation/scheduledtriggers/\(encoded(id))", permission: .viewTriggers)
    }

    /// The first page of the data actions, with their requests if the API fills them.
    static func actions(size: Int) -> PlatformResource {
        PlatformResource(
            "/api/v2/integrations/actions",
            [(name: "pageSize", value: String(size)), (name: "includeConfig", value: "true")],
            permission: .viewActions
        )
    }

    static func action(_ id: String) -> PlatformResource {
        PlatformResource(
            "/api/v2/integrations/actions/\(encoded(id))",
            [(name: "includeConfig", value: "true"), (name: "expand", value: "contract")],
            permission: .viewActions
        )
    }

    /// The request's body of a data action, if it is a file of its own.
    static func requestTemplate(of id: String) -> PlatformResource {
        PlatformResource(
            "/api/v2/integrations/actions/\(encoded(id))/templates/requesttemplate.vm",
            permission: .viewActions
        )
    }

    static let topicSchemas = PlatformResource(
        "/api/v2/notifications/availabletopics",
        [(name: "expand", value: "schema")],
        permission: nil
    )

    static let topics = PlatformResource("/api/v2/notifications/availabletopics", permission: nil)

    /// The same listing with another query, as from a page's `nextUri`.
    func at(query: String) -> PlatformResource {
        PlatformResource(path, query: query, permission: permission)
    }
}

/// A query for flows, with the filters that the API supports.
struct FlowQuery: Hashable, Sendable {
    /// The types; empty for all.
    var types: [FlowType] = []

    /// The name, or `nil` for any.
    var name: String?

    var isOpen: Bool { types.isEmpty && name == nil }
}

extension UInt8 {
    /// Whether the byte needs no percent-encoding in any part of a URL (RFC 3986, section 2.3).
    fileprivate var isUnreserved: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: false
        }
    }
}
