/// An attribute of a resource in a Terraform file.
package enum TerraformAttribute<Raw: Decodable & Hashable & Sendable>: Hashable, Sendable {
    /// It's null or missing.
    case unset
    case value(Raw)
    /// Its value has another type than the provider writes.
    case strange
}

extension KeyedDecodingContainer {
    /// Decodes an attribute; a value of an unexpected type doesn't fail the decoding of the rest.
    package func attribute<Raw>(_ key: Key) throws -> TerraformAttribute<Raw> {
        guard contains(key), try !decodeNil(forKey: key) else { return .unset }
        guard let value = try? decode(Raw.self, forKey: key) else { return .strange }
        return .value(value)
    }
}
