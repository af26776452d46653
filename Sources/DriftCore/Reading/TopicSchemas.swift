import Foundation

/// The attributes of each topic's events, with the names of their JSON types.
///
/// Types are `string`, `integer`, `number`, `boolean`, `array` and `object`.
public struct TopicSchemas: Hashable, Sendable {
    /// The attributes with their types, by topic.
    public var topics: [String: [String: String]]

    /// Makes a table.
    public init(topics: [String: [String: String]] = [:]) {
        self.topics = topics
    }

    /// Reads the response of `GET /api/v2/notifications/availabletopics?expand=schema`.
    ///
    /// No sample of the response is public, so the reader is tolerant. It leaves out a topic without a readable schema,
    /// reads an attribute of unclear type as an `object`, and ignores anything unknown.
    ///
    /// - Parameters:
    ///   - bytes: The response.
    ///   - source: The request, for messages.
    /// - Throws: ``ReadingError`` if the response isn't a listing.
    public init(answer bytes: [UInt8], source: String) throws(ReadingError) {
        do {
            let listing = try JSONDecoder().decode(TopicListing.self, from: Data(bytes))
            topics = listing.entities.reduce(into: [:]) { topics, topic in
                guard let id = topic.id, let attributes = topic.schema?.attributes, !attributes.isEmpty else { return }
                topics[id] = attributes
            }
        } catch {
            throw DecodingReport(file: source, isEncoded: false, bytes: bytes).readingError(error)
        }
    }
}

/// Source: MyPureCloud/platform-client-sdk-python 258.0.0, models AvailableTopicEntityListing and AvailableTopic.
private struct TopicListing: Decodable {
    var entities: [Topic]

    struct Topic: Decodable {
        var id: String?
        var schema: Schema?

        enum Key: CodingKey { case id, schema }

        init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: Key.self)
            id = try? members.decode(String.self, forKey: .id)
            schema = try? members.decode(Schema.self, forKey: .schema)
        }
    }
}

/// The parts of a JSON schema that describe an event's attributes.
private struct Schema: Decodable {
    var properties: [String: Attribute]?
    var definitions: [String: Schema]?
    var type: String?
    var reference: String?

    enum Key: String, CodingKey { case properties, definitions, type, reference = "$ref" }

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        properties = try? members.decode([String: Attribute].self, forKey: .properties)
        definitions = try? members.decode([String: Schema].self, forKey: .definitions)
        type = (try? members.decode(TypeName.self, forKey: .type))?.name
        reference = try? members.decode(String.self, forKey: .reference)
    }

    /// The attributes of the schema, or of the definition that it refers to.
    var attributes: [String: String]? {
        let own = properties ?? definition(reference)?.properties
        return own?.mapValues { $0.type ?? definition($0.reference)?.type ?? "object" }
    }

    /// The definition that a reference points to, such as `#/definitions/Event`.
    private func definition(_ reference: String?) -> Schema? {
        reference.flatMap { $0.split(separator: "/").last }.flatMap { definitions?[String($0)] }
    }

    struct Attribute: Decodable {
        var type: String?
        var reference: String?

        enum Key: String, CodingKey { case type, reference = "$ref", choices = "enum" }

        init(from decoder: any Decoder) throws {
            guard let members = try? decoder.container(keyedBy: Key.self) else { return }
            let name = (try? members.decode(TypeName.self, forKey: .type))?.name
            type = name ?? (members.contains(.choices) ? "string" : nil)
            reference = try? members.decode(String.self, forKey: .reference)
        }
    }

    /// The name of a type; of several types, the first that isn't null.
    struct TypeName: Decodable {
        let name: String?

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            let only = try? value.decode(String.self)
            let names = try only.map { [$0] } ?? value.decode([String].self)
            name = names.first { $0 != "null" }
        }
    }
}
