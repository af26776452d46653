import DriftCore
import StrictJSON

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
