/// A topic that a trigger can listen to, with the attributes of its events.
public struct EventTopic: Hashable, Sendable {
    /// The topic's name: `v2.detail.events.conversation.{id}.acw`, where `{id}` is the platform's wildcard.
    public let name: String

    /// The members at the top of an event, in order of name; an event may lack any of them.
    public let attributes: [Attribute]

    /// The source of the attributes.
    public let source: EventSource

    /// Makes a topic; attributes are sorted.
    public init(name: String, attributes: [Attribute], source: EventSource) {
        self.name = name
        self.attributes = attributes.sorted { $0.name < $1.name }
        self.source = source
    }

    /// The attribute with exactly that name, or `nil` if the events have none.
    public func attribute(_ name: String) -> Attribute? { attributes.named(name) }

    /// A member of an event, at the top level or deeper.
    public struct Attribute: Hashable, Sendable {
        /// The attribute's name, in the letter case of the event.
        public let name: String

        /// The kind of the attribute's value.
        public let kind: Kind

        /// What is known of the attribute's values, elements or members.
        public let content: Content

        /// Makes an attribute.
        public init(_ name: String, _ kind: Kind, _ content: Content = .unknown) {
            self.name = name
            self.kind = kind
            self.content = content
        }
    }

    /// The kind of an attribute's value.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// A string, which may be one of an enumeration.
        case string
        case integer
        /// A number, not necessarily an integer.
        case number
        case boolean
        case array, object
        /// A kind that the source doesn't say, or that flowdrift doesn't know.
        case other

        /// Whether the data format TopLevelPrimitives passes a value of this kind to a workflow, or `nil` if that's
        /// unknown.
        public var isPrimitive: Bool? {
            switch self {
            case .string, .integer, .number, .boolean: true
            case .array, .object: false
            case .other: nil
            }
        }
    }

    /// What is known of a value besides its kind.
    public indirect enum Content: Hashable, Sendable {
        /// Nothing is documented.
        case unknown
        /// The strings that the source lists; the platform may have added more since.
        case choices([String])
        /// The members of an object, in order of name.
        case members([Attribute])
        /// The kind of each element of an array, or of each value of an object whose keys can be any.
        case each(Kind, Content)
    }
}

extension [EventTopic.Attribute] {
    /// The attribute with exactly that name, or `nil` if there is none; the array must be in order of name.
    func named(_ name: String) -> EventTopic.Attribute? {
        let place = partitioningIndex { $0.name >= name }
        guard place < endIndex, self[place].name == name else { return nil }
        return self[place]
    }

    /// Whether an object with these attributes may have other members.
    ///
    /// The models of some events have a map named `additionalProperties`, which means members of any name.
    var isOpen: Bool {
        guard case .each? = named("additionalProperties")?.content else { return false }
        return true
    }
}

extension Array {
    /// The index of the first element that fits, found by binary search; all elements after it must fit too.
    fileprivate func partitioningIndex(where fits: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if fits(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

/// A source of topics' attributes.
public struct EventSource: Hashable, Sendable {
    /// The source's name.
    public let name: String

    /// The source's version, or `nil` if the source has none, such as a live org.
    public let version: String?

    /// Makes a source.
    public init(name: String, version: String? = nil) {
        self.name = name
        self.version = version
    }
}

extension EventSource: CustomStringConvertible {
    /// The source with its version, for messages.
    public var description: String { version.map { "\(name) \($0)" } ?? name }
}
