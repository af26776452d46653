import DriftCore
import StrictJSON

extension Page {
    /// A page of a listing with cursors: `before` and `after` are each the cursor of an entity.
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
                throw .badRequest("Parameter '\(name)' is not a cursor of this listing")
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
