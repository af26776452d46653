/// An attribute of a resource in a Terraform file.
package enum TerraformAttribute<Raw: Decodable & Hashable & Sendable>: Hashable, Sendable {
    /// The attribute is null or missing.
    case unset
    case value(Raw)
    /// The value isn't of the type that the provider writes.
    case strange
}

extension KeyedDecodingContainer {
    /// Decodes an attribute; a value of an unexpected type doesn't stop the decoding of the other attributes.
    package func attribute<Raw>(_ key: Key) throws -> TerraformAttribute<Raw> {
        guard contains(key), try !decodeNil(forKey: key) else { return .unset }
        guard let value = try? decode(Raw.self, forKey: key) else { return .strange }
        return .value(value)
    }
}
