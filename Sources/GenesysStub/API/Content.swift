import DriftCore

/// What an endpoint answers with: one entity, or a page of them.
enum Content: Sendable {
    /// JSON as it is.
    case entity([UInt8])

    /// A page of a listing.
    case page(Page)

    /// One entity.
    static func entity(_ json: JSONValue) -> Content { .entity(json.bytes) }

    /// The JSON.
    var bytes: [UInt8] {
        switch self {
        case .entity(let bytes): bytes
        case .page(let page): page.bytes
        }
    }
}

/// A page of a listing.
struct Page: Sendable {
    /// The JSON of each entity.
    var entities: [[UInt8]]

    /// The page's other members: numbers and addresses.
    var members: [String: JSONValue]

    /// The page's JSON.
    var bytes: [UInt8] {
        var bytes = Array(#"{"entities":["#.utf8)
        bytes.reserveCapacity(entities.reduce(512) { $0 + $1.count + 1 })
        for (index, entity) in entities.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += entity
        }
        bytes.append(UInt8(ascii: "]"))
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            bytes += ",\(JSONValue.quoted(name)):\(value)".utf8
        }
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }
}

extension Page {
    /// A page of a listing that is counted: `pageNumber` and `pageSize`.
    ///
    /// Source: MyPureCloud/platform-client-sdk-python 257.1.0, model FlowEntityListing.
    ///
    /// - Parameters:
    ///   - entities: The whole listing.
    ///   - request: The request, for its page and for the addresses.
    ///   - json: The JSON of one entity.
    static func counted<Entity>(
        _ entities: [Entity],
        for request: StubRequest,
        json: (Entity) -> [UInt8]
    ) throws(APIError) -> Page {
        let size = try request.integer("pageSize", default: 25, within: 1...500)
        let number = try request.integer("pageNumber", default: 1, within: 1...1_000_000)
        let count = (entities.count + size - 1) / size
        let start = min((number - 1) * size, entities.count)
        func uri(_ page: Int) -> JSONValue {
            .string(request.address(replacing: [("pageSize", String(size)), ("pageNumber", String(page))]))
        }
        let members: [String: JSONValue?] = [
            "pageSize": .integer(size),
            "pageNumber": .integer(number),
            "total": .integer(entities.count),
            "pageCount": .integer(count),
            "selfUri": uri(number),
            "firstUri": uri(1),
            "lastUri": uri(max(count, 1)),
            "nextUri": number < count ? uri(number + 1) : nil,
            "previousUri": number > 1 ? uri(number - 1) : nil,
        ]
        return Page(
            entities: entities[start..<min(start + size, entities.count)].map(json),
            members: members.compactMapValues(\.self)
        )
    }

    /// A page of a listing with cursors: `before` and `after`, each the cursor of an entity.
    ///
    /// Source: MyPureCloud/platform-client-sdk-python 257.1.0, model TriggerEntityListing and its paging.
    static func cursored<Entity>(
        _ entities: [Entity],
        for request: StubRequest,
        cursor: (Entity) -> String,
        json: (Entity) -> [UInt8]
    ) throws(APIError) -> Page {
        let size = try request.integer("pageSize", default: 25, within: 1...200)
        func index(of name: String) throws(APIError) -> Int? {
            guard let text = request.value(name) else { return nil }
            guard let index = entities.firstIndex(where: { cursor($0) == text }) else {
                throw .badRequest("Parameter '\(name)' is no cursor of this listing")
            }
            return index
        }
        let start: Int
        if let before = try index(of: "before") {
            start = max(0, before - size)
        } else {
            start = try index(of: "after").map { $0 + 1 } ?? 0
        }
        let page = entities[start..<min(start + size, entities.count)]
        func uri(_ name: String, _ entity: Entity?) -> JSONValue? {
            guard let entity else { return nil }
            let address = request.address(replacing: [("pageSize", String(size)), (name, cursor(entity))])
            return .string(address)
        }
        let members: [String: JSONValue?] = [
            "selfUri": .string(request.address(replacing: [])),
            "nextUri": page.endIndex < entities.count ? uri("after", page.last) : nil,
            "previousUri": page.startIndex > 0 ? uri("before", page.first) : nil,
        ]
        return Page(entities: page.map(json), members: members.compactMapValues(\.self))
    }
}

extension StubRequest {
    /// The address of another page of what the request asked for, relative to the host.
    ///
    /// - Parameter items: The query items that differ; a cursor replaces any other.
    fileprivate func address(replacing items: [(name: String, value: String)]) -> String {
        let cursors = ["before", "after"]
        let isCursored = items.contains { cursors.contains($0.name) }
        let kept = query.filter { item in
            !items.contains { $0.name == item.name } && !(isCursored && cursors.contains(item.name))
        }
        let query = (kept + items).map { item in
            let allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
            func encoded(_ text: String) -> String {
                text.utf8.map { byte in
                    let scalar = Unicode.Scalar(byte)
                    guard !allowed.unicodeScalars.contains(scalar) else { return String(scalar) }
                    let digits = String(byte, radix: 16, uppercase: true)
                    return digits.count == 1 ? "%0" + digits : "%" + digits
                }
                .joined()
            }
            return encoded(item.name) + "=" + encoded(item.value)
        }
        let path = target.prefix { $0 != "?" }
        return query.isEmpty ? String(path) : path + "?" + query.joined(separator: "&")
    }
}
