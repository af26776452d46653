package import DriftCore
package import GenesysCloud

/// The topics of an org, asked for only where something is not known yet.
package struct TopicRefresh {
    /// The environment's snapshots.
    package let source: SnapshotSource

    /// Which flows of the org are read anew; the topics of the snapshots are trusted no more than the index is.
    package let rereading: LiveRequest.Rereading

    /// Makes a refresh of the topics beside snapshots.
    package init(source: SnapshotSource, rereading: LiveRequest.Rereading) {
        self.source = source
        self.rereading = rereading
    }

    /// What is known without asking; of a `topics.yaml` that was edited or deleted nothing counts.
    package func known() throws -> EventCatalogue {
        guard problem == nil else { return .embedded }
        return try source.events()
    }

    /// Why `topics.yaml` can't be believed; `nil` if it can.
    package var problem: ReadingError? {
        do throws(ReadingError) {
            _ = try source.verified().events()
            return nil
        } catch {
            return error
        }
    }

    /// Whether there is a `topics.yaml` that can't be believed.
    private var isEdited: Bool {
        problem != nil && (try? source.tree.bytesIfPresent(of: source.name + "/" + SnapshotSource.topicsName)) != nil
    }

    /// Whether a trigger listens to a topic that nobody knows, or that only `topics.yaml` vouches for.
    package func isNeeded(for set: FlowSet, known: EventCatalogue) -> Bool {
        if isEdited { return true }
        return (set.placedTriggers ?? []).compactMap(\.trigger.topic).contains { name in
            guard let topic = known.topic(name), rereading != .all else { return true }
            return rereading == .reliedOn && topic != EventCatalogue.embedded.topic(name)
        }
    }

    /// The topics as the org tells them; only those that triggers listen to are kept, so that a diff means something.
    ///
    /// - Throws: ``PlatformError`` where the org does not tell.
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
