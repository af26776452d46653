import Synchronization

/// The topics whose events are known.
///
/// A topic that's missing here is unknown; it may still exist.
public struct EventCatalogue: Sendable {
    /// Where the catalogue comes from; topics from ``overriding(with:)`` keep their own source.
    public let source: EventSource

    /// The topics that take precedence over the table.
    private let own: [String: EventTopic]

    /// Topics that are parsed on first use, or `nil` if there are none.
    private let table: EventTopicTable?

    private let near = TopicNames()

    /// Makes a catalogue; the last of several topics with the same name counts.
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

    /// All topics, in order of name; this parses every one of them.
    public var topics: [EventTopic] { names.sorted().compactMap(topic) }

    /// The topic with exactly that name, `{id}` included, or `nil` if its events are unknown.
    public func topic(_ name: String) -> EventTopic? { own[name] ?? table?.topic(name) }

    /// The catalogue with topics that another one replaces or adds, such as those of a live org over the embedded ones.
    ///
    /// What the other one says counts, with one exception: if both agree on an attribute's kind and the other says
    /// nothing about its members, elements or values, those known here are kept.
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
    /// Whether two catalogues hold the same topics, parsed yet or not.
    public static func == (lhs: EventCatalogue, rhs: EventCatalogue) -> Bool {
        lhs.source == rhs.source && lhs.topics == rhs.topics
    }
}

extension EventCatalogue {
    /// The topic that a misspelled name probably means, or `nil` if none or more than one is similar.
    ///
    /// A similar name has the same number of parts between dots, at most two of them spelled slightly differently. Any
    /// part may match `{id}`, and `v2` and `{id}` may be left out.
    public func nearest(to name: String) -> String? {
        near.nearest(to: name) { names }
    }
}

extension EventTopic {
    /// The topic, where attributes of unknown content take the content that another one knows.
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
