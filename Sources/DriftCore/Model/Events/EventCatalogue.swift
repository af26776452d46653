import Synchronization

/// The topics whose events are known.
///
/// A topic that the catalogue lacks is unknown to flowdrift; the topic may still exist.
public struct EventCatalogue: Sendable {
    /// The source of the catalogue; topics from ``overriding(with:)`` keep their own source.
    public let source: EventSource

    /// The topics that take precedence over the table.
    private let own: [String: EventTopic]

    /// The topics of a text, which are parsed on first use, or `nil` if there is no such text.
    private let table: EventTopicTable?

    private let near = TopicNames()

    /// Makes a catalogue; if several topics have the same name, the last one counts.
    public init(source: EventSource, topics: [EventTopic]) {
        self.init(source: source, own: Dictionary(topics.map { ($0.name, $0) }) { $1 }, table: nil)
    }

    private init(source: EventSource, own: [String: EventTopic], table: EventTopicTable?) {
        self.source = source
        self.own = own
        self.table = table
    }

    /// The catalogue built into flowdrift, with the topics that public sources describe.
    public static let embedded = EventCatalogue(
        source: EmbeddedEventTopics.source,
        own: [:],
        table: EventTopicTable(EmbeddedEventTopics.text, source: EmbeddedEventTopics.source)
    )

    static let unknown = EventCatalogue(source: EventSource(name: "nothing"), topics: [])

    /// All topics, in order of name; getting them parses every topic.
    public var topics: [EventTopic] { names.sorted().compactMap(topic) }

    /// The topic with exactly that name, `{id}` included, or `nil` if its events are unknown.
    public func topic(_ name: String) -> EventTopic? { own[name] ?? table?.topic(name) }

    /// This catalogue, with topics replaced and added by another catalogue, such as that of a live org.
    ///
    /// The other catalogue takes precedence, with one exception. If both agree on an attribute's kind, and the other
    /// has no members, elements or values for the attribute, those of this catalogue are kept.
    public func overriding(with other: EventCatalogue) -> EventCatalogue {
        let topics = other.topics.map { topic in self.topic(topic.name).map(topic.completed) ?? topic }
        return EventCatalogue(
            source: source,
            own: own.merging(topics.map { ($0.name, $0) }) { $1 },
            table: table
        )
    }

    private var names: Set<String> { Set(own.keys).union(table?.names ?? []) }
}

extension EventCatalogue: Equatable {
    /// Whether two catalogues have the same topics; topics that aren't parsed yet count too.
    public static func == (lhs: EventCatalogue, rhs: EventCatalogue) -> Bool {
        lhs.source == rhs.source && lhs.topics == rhs.topics
    }
}

extension EventCatalogue {
    /// The topic that a misspelled name probably means, or `nil` if none or more than one is similar.
    ///
    /// A similar name has the same number of parts, separated by dots, and spells at most two of them slightly
    /// differently. Any part may match `{id}`. A misspelled name may leave out `v2` and `{id}`.
    public func nearest(to name: String) -> String? {
        near.nearest(to: name) { names }
    }
}

extension EventTopic {
    /// The topic, in which each attribute of unknown content gets the content that another topic knows.
    fileprivate func completed(by other: EventTopic) -> EventTopic {
        let attributes = attributes.map { attribute in
            guard
                attribute.content == .unknown,
                let known = other.attribute(attribute.name),
                known.kind == attribute.kind
            else { return attribute }
            return Attribute(attribute.name, attribute.kind, known.content)
        }
        return EventTopic(name: name, attributes: attributes, source: source)
    }
}
