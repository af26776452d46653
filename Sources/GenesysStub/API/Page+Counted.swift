import DriftCore
import StrictJSON

extension Page {
    /// A page of a counted listing, with `pageNumber` and `pageSize`.
    ///
    /// Source: MyPureCloud/platform-client-sdk-python 257.1.0, model FlowEntityListing.
    ///
    /// - Parameters:
    ///   - entities: The whole listing.
    ///   - request: The request with the page's number and size.
    ///   - json: Returns the JSON of an entity.
    /// - Returns: The requested page, which is empty past the end.
    /// - Throws: ``APIError`` if the page's number or size is invalid.
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
}
