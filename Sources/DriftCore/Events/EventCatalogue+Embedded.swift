extension EmbeddedEventTopics {
    /// Reads the embedded text, which is in the form of a snapshot's `topics.yaml`.
    static func catalogue() -> EventCatalogue {
        do {
            return try SnapshotReader(file: "embedded topics").topics(Array(text.utf8))
        } catch {
            preconditionFailure("\(error)")
        }
    }
}
