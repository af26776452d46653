import Synchronization

/// The topics whose events are known.
///
/// A topic that is not here may exist all the same: it is unknown, never absent.
public struct EventCatalogue: Sendable {
    /// Where the catalogue comes from; a topic that was put over it keeps its own source.
    public let source: EventSource

    /// The topics that count before those of the table.
    private let own: [String: EventTopic]

    /// The topics that are read when they are asked for, or `nil` if there are none.
    private let table: EventTopicTable?

    /// The names and what was found near them.
    private let near = TopicNames()

    /// Makes a catalogue; of two topics with the same name the last counts.
    public init(source: EventSource, topics: [EventTopic]) {
        self.init(source: source, own: Dictionary(topics.map { ($0.name, $0) }) { $1 }, table: nil)
    }

    private init(source: EventSource, own: [String: EventTopic], table: EventTopicTable?) {
        self.source = source
        self.own = own
        self.table = table
    }

    /// The catalogue that every flowdrift has, of the topics that public sources describe.
    public static let embedded = EventCatalogue(
        source: EmbeddedEventTopics.source,
        own: [:],
        table: EventTopicTable(EmbeddedEventTopics.text, source: EmbeddedEventTopics.source)
    )

    /// A catalogue of no topic.
    static let unknown = EventCatalogue(source: EventSource(name: "nothing"), topics: [])

    /// All topics, in order of name; this reads every one of them.
    public var topics: [EventTopic] { names.sorted().compactMap(topic) }

    /// The topic of exactly that name, `{id}` included, or `nil` if its events are unknown.
    public func topic(_ name: String) -> EventTopic? { own[name] ?? table?.topic(name) }

    /// The catalogue with the topics of another put over its own: those of a live org over the embedded ones.
    ///
    /// What the other says counts. Where it only says that an attribute is an object, an array or a text, and this
    /// catalogue says the same, then what is known here of its members, elements or values is kept.
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
    /// Whether two catalogues hold the same, whether it was read yet or not.
    public static func == (lhs: EventCatalogue, rhs: EventCatalogue) -> Bool {
        lhs.source == rhs.source && lhs.topics == rhs.topics
    }
}

extension EventCatalogue {
    /// The name of the one topic that somebody probably meant by a name that is none, or `nil` if none is near, or
    /// two are.
    ///
    /// Near means as many parts between dots, at most two of them spelled otherwise and not far off; any part may
    /// stand for `{id}`, and `v2` and `{id}` may be left out.
    public func nearest(to name: String) -> String? {
        near.nearest(to: name) { names }
    }
}

extension EventTopic {
    /// The topic with what another one knows of attributes of which this one only knows the kind.
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
