package import DriftCore
package import GenesysCloud

/// The event topics of an org, which are only requested if something is unknown.
package struct TopicRefresh {
    package let source: SnapshotSource

    /// Which flows of the org are read again, although the index says that they are unchanged.
    ///
    /// The topics of the snapshots are trusted only as much as the index.
    package let rereading: LiveRequest.Rereading

    package init(source: SnapshotSource, rereading: LiveRequest.Rereading) {
        self.source = source
        self.rereading = rereading
    }

    /// The topics that are known without a request to the org.
    ///
    /// A `topics.yaml` that was edited or deleted doesn't count.
    package func known() throws -> EventCatalogue {
        guard problem == nil else { return .embedded }
        return try source.events()
    }

    /// Why `topics.yaml` can't be trusted, or `nil` if it can.
    package var problem: ReadingError? {
        do throws(ReadingError) {
            _ = try source.verified().events()
            return nil
        } catch {
            return error
        }
    }

    /// Whether there is a `topics.yaml` that can't be trusted.
    private var isEdited: Bool {
        problem != nil && (try? source.tree.bytesIfPresent(of: source.name + "/" + SnapshotSource.topicsName)) != nil
    }

    /// Whether a trigger listens to a topic that is unknown, or only known from `topics.yaml`.
    package func isNeeded(for set: FlowSet, known: EventCatalogue) -> Bool {
        if isEdited { return true }
        return (set.placedTriggers ?? []).compactMap(\.trigger.topic).contains { name in
            guard let topic = known.topic(name), rereading != .all else { return true }
            return rereading == .reliedOn && topic != EventCatalogue.embedded.topic(name)
        }
    }

    /// The org's topics that triggers listen to; all other topics would only add noise to diffs.
    package func catalogue(from session: any OrgSession, for set: FlowSet) async throws(PlatformError) -> EventCatalogue
    {
        let schemas = try await session.topicSchemas()
        let wanted = Set((set.placedTriggers ?? []).compactMap(\.trigger.topic))
        let origin = EventSource(name: "notifications/availabletopics of the org")
        let topics = schemas.topics.filter { wanted.contains($0.key) }.map { name, attributes in
            EventTopic(
                name: name,
                attributes: attributes.map { EventTopic.Attribute($0, EventTopic.Kind(rawValue: $1) ?? .other) },
                source: origin
            )
        }
        return EventCatalogue(source: origin, topics: topics)
    }
}
