public import Foundation
public import YAML

/// A JSON value as a schema sees it: members have no order, and numbers have no spelling.
public indirect enum JSONData: Hashable, Sendable {
    case null
    case boolean(Bool)
    case number(Double)
    case string(String)
    case array([JSONData])
    case object([String: JSONData])

    /// The value of a JSON text.
    public init(json text: Data) throws {
        self = try JSONDecoder().decode(JSONData.self, from: text)
    }

    /// The value of a YAML text, or null if the text is empty.
    public init(yaml text: String) throws {
        self = try YAMLDocument(parsing: text).root.map(JSONData.init) ?? .null
    }

    /// The value of a YAML node; keys become texts.
    public init(_ node: YAMLNode) {
        switch node.kind {
        case .mapping:
            self = .object(Dictionary(node.entries.map { ($0.key.text, JSONData($0.value)) }) { first, _ in first })
        case .sequence: self = .array(node.elements.map(JSONData.init))
        case .scalar:
            self =
                switch node.scalar {
                case .null?: .null
                case .boolean(let value)?: .boolean(value)
                case .integer(let value)?: .number(Double(value))
                case .decimal(let value)?: .number(value)
                case .string, nil: .string(node.text)
                }
        }
    }

    /// The member at a path of keys, or `nil` if it doesn't exist.
    public subscript(_ path: String...) -> JSONData? {
        path.reduce(self) { value, key in
            guard case .object(let members)? = value else { return nil }
            return members[key]
        }
    }

    /// The texts of an array, or `nil` if it isn't an array of texts.
    public var strings: [String]? {
        guard case .array(let elements) = self else { return nil }
        let texts = elements.compactMap { if case .string(let text) = $0 { text } else { nil } }
        return texts.count == elements.count ? texts : nil
    }
}

extension JSONData: Decodable {
    /// Reads any JSON value.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .boolean(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONData].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSONData].self))
        }
    }
}
