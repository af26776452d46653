extension SnapshotReader {
    /// Reads `topics.yaml`: the topics that an org knows, with the attributes of their events.
    ///
    /// - Throws: ``ReadingError`` if the file has another form.
    public func topics(_ bytes: [UInt8]) throws(ReadingError) -> EventCatalogue {
        let root = try YAMLCursor.root(of: bytes, file: file, what: "topics")
            .document("topics.yaml", keys: ["flowdrift", "source", "topics"])
        let source = try eventSource(root.required("source", in: "topics.yaml"))
        var topics: [EventTopic] = []
        for (key, value) in try root.required("topics", in: "topics.yaml").entries("topics") {
            let attributes = try eventAttributes(value)
            topics.append(EventTopic(name: try key.text("a topic"), attributes: attributes, source: source))
        }
        return EventCatalogue(source: source, topics: topics)
    }

    private func eventSource(_ node: YAMLCursor) throws(ReadingError) -> EventSource {
        let source = try node.mapping("a source", keys: ["name", "version"])
        return EventSource(
            name: try source.required("name", in: "a source").text("a source's name"),
            version: try source.value("version").map { (node) throws(ReadingError) in try node.text("a version") }
        )
    }

    private func eventAttributes(_ node: YAMLCursor) throws(ReadingError) -> [EventTopic.Attribute] {
        var attributes: [EventTopic.Attribute] = []
        for (key, value) in try node.entries("a topic's attributes") {
            let kind = try value.choice("kind", of: EventTopic.Kind.self)
            attributes.append(EventTopic.Attribute(try key.text("an attribute"), kind))
        }
        return attributes
    }
}
