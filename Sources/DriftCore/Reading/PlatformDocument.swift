/// What the Platform API answers with, as far as flowdrift reads it: one entity, or a page of them.
///
/// The same members serve a flow, its configuration and a trigger; which it is follows from those present.
struct PlatformDocument: Decodable {
    /// A page's entities; nil where the document is one entity itself.
    var entities: [PlatformEntity]?
}

/// A flow of a listing, a flow's configuration, or a trigger.
///
/// Source: MyPureCloud/platform-client-sdk-python 257.1.0, models Flow and Trigger; configurations are read off
/// real exports.
struct PlatformEntity: Decodable {
    var id: String?
    var name: String?
    var type: String?

    // A flow of a listing.
    var division: NamedReference?
    var publishedVersion: VersionReference?
    var active: Bool?
    var deleted: Bool?

    // A configuration.
    var variables: [ConfigurationVariable]?

    // A trigger.
    var topicName: String?
    var target: TriggerTarget?
    var enabled: Bool?
    var matchCriteria: [PlatformCriterion]?
    var eventTTLSeconds: Int?
    var delayBySeconds: Int?

    /// Something that is named elsewhere.
    struct NamedReference: Decodable {
        var name: String?
    }

    /// A version of a flow, by its id, such as `12.0`.
    struct VersionReference: Decodable {
        var id: String?
    }

    /// What a trigger starts.
    struct TriggerTarget: Decodable {
        var id: String?
        var workflowTargetSettings: Settings?

        /// How the event reaches the workflow.
        struct Settings: Decodable {
            var dataFormat: String?
        }
    }

    /// One condition of a trigger.
    struct PlatformCriterion: Decodable {
        var jsonPath: String
        var `operator`: String
        var value: JSONValue?
        var values: [JSONValue]?
    }

    /// A variable of a configuration.
    struct ConfigurationVariable: Decodable {
        var name: String
        var isInput: Bool?
        var isOutput: Bool?
        var isSecure: Bool?
        var initialValue: InitialValue?

        /// Its initial value, whose type is the variable's.
        struct InitialValue: Decodable {
            var type: String?
            var text: String?
            var config: [String: Ignored]?
            var uiMetaData: UIMetaData?
        }

        /// How Architect shows an initial value.
        struct UIMetaData: Decodable {
            var mode: Int?
        }

        /// A value that is not read: only its key matters.
        struct Ignored: Decodable {
            init(from decoder: any Decoder) {}
        }
    }
}

extension JSONValue: Decodable {
    /// Decodes any JSON value.
    public init(from decoder: any Decoder) throws {
        if let members = try? decoder.container(keyedBy: MemberName.self) {
            var object: [String: JSONValue] = [:]
            for key in members.allKeys { object[key.stringValue] = try members.decode(JSONValue.self, forKey: key) }
            self = .object(object)
        } else if var elements = try? decoder.unkeyedContainer() {
            var array: [JSONValue] = []
            while !elements.isAtEnd { array.append(try elements.decode(JSONValue.self)) }
            self = .array(array)
        } else {
            self = try Self.scalar(in: decoder.singleValueContainer())
        }
    }

    private static func scalar(in value: any SingleValueDecodingContainer) throws -> JSONValue {
        if value.decodeNil() { return .null }
        if let boolean = try? value.decode(Bool.self) { return .boolean(boolean) }
        if let integer = try? value.decode(Int.self) { return .number(String(integer)) }
        if let number = try? value.decode(Double.self) { return .number(text(of: number)) }
        return .string(try value.decode(String.self))
    }

    /// Any member's name.
    private struct MemberName: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
