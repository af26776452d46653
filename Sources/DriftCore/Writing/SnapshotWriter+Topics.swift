import YAML

extension SnapshotWriter {
    /// The text of `topics.yaml`: the topics that an org knows, with the attributes of their events.
    public func text(of catalogue: EventCatalogue) -> String {
        let topics = catalogue.topics.map { topic in
            let attributes = topic.attributes.map { YAMLEntry($0.name, .string($0.kind.rawValue)) }
            return YAMLEntry(topic.name, .mapping(attributes, .block))
        }
        let source = [
            YAMLEntry("name", .string(catalogue.source.name)),
            catalogue.source.version.map { YAMLEntry("version", .string($0)) },
        ]
        return text([
            YAMLEntry("flowdrift", 1),
            YAMLEntry("source", .mapping(source.compactMap(\.self), .flow)),
            YAMLEntry("topics", .mapping(topics, .block)),
        ])
    }
}
