import DriftCore
import StrictJSON

/// An endpoint's answer: one entity, or a page of them.
enum Content: Sendable {
    case entity([UInt8])
    case page(Page)

    static func entity(_ json: JSONValue) -> Content { .entity(json.bytes) }

    var bytes: [UInt8] {
        switch self {
        case .entity(let bytes): bytes
        case .page(let page): page.bytes
        }
    }
}

struct Page: Sendable {
    var entities: [[UInt8]]

    /// The page's other members, such as numbers and links.
    var members: [String: JSONValue]

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
