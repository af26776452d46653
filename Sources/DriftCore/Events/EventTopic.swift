/// A topic that a trigger can listen to, with the attributes that its events have at the top level.
public struct EventTopic: Hashable, Sendable {
    /// The topic's name, where `{id}` is the platform's own wildcard: `v2.detail.events.conversation.{id}.acw`.
    public let name: String

    /// The attributes, in order of name.
    public let attributes: [Attribute]

    /// Where the attributes are known from.
    public let source: EventSource

    /// Makes a topic; attributes are put in order.
    public init(name: String, attributes: [Attribute], source: EventSource) {
        self.name = name
        self.attributes = attributes.sorted { $0.name < $1.name }
        self.source = source
    }

    /// The attribute of exactly that name; nil where the events have none.
    public func attribute(_ name: String) -> Attribute? {
        let place = attributes.partitioningIndex { $0.name >= name }
        guard place < attributes.endIndex, attributes[place].name == name else { return nil }
        return attributes[place]
    }

    /// A member of an event, at its top level.
    public struct Attribute: Hashable, Sendable {
        /// The attribute's name, in the letter case of the event.
        public let name: String

        /// What it holds.
        public let kind: Kind

        /// Makes an attribute.
        public init(_ name: String, _ kind: Kind) {
            self.name = name
            self.kind = kind
        }
    }

    /// What an attribute holds.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// A text, or one of an enumeration.
        case string
        case integer
        /// A number that need not be whole.
        case number
        case boolean
        case array, object
        /// Something that the source does not say, or says in a way that this program does not know.
        case other

        /// Whether the data format TopLevelPrimitives hands it to a workflow; nil where that is not known.
        public var isPrimitive: Bool? {
            switch self {
            case .string, .integer, .number, .boolean: true
            case .array, .object: false
            case .other: nil
            }
        }
    }
}

extension Array {
    /// The place of the first element that fits, where all that follow it fit too.
    fileprivate func partitioningIndex(where fits: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if fits(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

/// Where the attributes of topics are known from.
public struct EventSource: Hashable, Sendable {
    /// What the source is.
    public let name: String

    /// The source's version; nil where it has none, as a live org.
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
