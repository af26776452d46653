/// The topics whose events are known.
///
/// A topic that is not here may exist all the same: it is unknown, never absent.
public struct EventCatalogue: Hashable, Sendable {
    /// Where the catalogue comes from; a topic that was put over it keeps its own source.
    public let source: EventSource

    /// The topics, in order of name.
    public let topics: [EventTopic]

    private let topicsByName: [String: EventTopic]

    /// Makes a catalogue; topics are put in order, and of two with the same name the last counts.
    public init(source: EventSource, topics: [EventTopic]) {
        self.source = source
        topicsByName = Dictionary(topics.map { ($0.name, $0) }) { $1 }
        self.topics = topicsByName.values.sorted { $0.name < $1.name }
    }

    /// The catalogue that every flowdrift has, of the topics that public sources tell of.
    public static let embedded = EmbeddedEventTopics.catalogue()

    /// A catalogue of no topic.
    static let unknown = EventCatalogue(source: EventSource(name: "nothing"), topics: [])

    /// The topic of exactly that name, `{id}` included; nil where its events are not known.
    public func topic(_ name: String) -> EventTopic? { topicsByName[name] }

    /// The catalogue with the topics of another put over its own: those of a live org over the embedded ones.
    public func overriding(with other: EventCatalogue) -> EventCatalogue {
        EventCatalogue(source: source, topics: topics + other.topics)
    }
}

extension EventCatalogue {
    /// The one topic that somebody probably meant by a name that is none; nil where none is near, or two are.
    ///
    /// Near means as many parts between dots, at most two of them spelled otherwise and not far off; any part may
    /// stand for `{id}`.
    public func nearest(to name: String) -> EventTopic? {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        var best: (topic: EventTopic, score: Double)?
        var isTied = false
        for topic in topics where topic.name != name {
            guard let score = Self.likeness(of: parts, to: topic), score >= best?.score ?? 0 else { continue }
            isTied = score == best?.score
            best = (topic, score)
        }
        return isTied ? nil : best?.topic
    }

    /// How alike a name's parts and a topic's are, the sum over the parts; nil where they are too far apart.
    private static func likeness(of parts: [Substring], to topic: EventTopic) -> Double? {
        let own = topic.name.split(separator: ".", omittingEmptySubsequences: false)
        guard own.count == parts.count, parts.count < 32 else { return nil }
        let differing = zip(parts, own).filter { $0 != $1 && $1 != "{id}" }
        let scores = differing.map { NearName.similarity(String($0), String($1)) }
        guard differing.count <= 2, scores.allSatisfy({ $0 >= 0.7 }) else { return nil }
        return Double(parts.count - differing.count) + scores.reduce(0, +)
    }
}
