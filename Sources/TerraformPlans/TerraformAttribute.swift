/// One attribute of a resource as a Terraform file writes it.
package enum TerraformAttribute<Raw: Decodable & Hashable & Sendable>: Hashable, Sendable {
    /// It is null, or not there.
    case unset
    /// It has a value.
    case value(Raw)
    /// It has a value of another kind than the provider writes.
    case strange
}

extension KeyedDecodingContainer {
    /// Decodes an attribute; one of an unexpected kind spoils nothing but itself.
    package func attribute<Raw>(_ key: Key) throws -> TerraformAttribute<Raw> {
        guard contains(key), try !decodeNil(forKey: key) else { return .unset }
        guard let value = try? decode(Raw.self, forKey: key) else { return .strange }
        return .value(value)
    }
}
