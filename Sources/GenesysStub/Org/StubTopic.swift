/// An event topic of the stand-in's org, with what its events hold.
public struct StubTopic: Hashable, Sendable {
    /// The topic's name, with its literal `{id}`.
    public var name: String

    /// The top-level attributes of an event.
    public var attributes: [Attribute]

    /// One attribute of an event.
    public struct Attribute: Hashable, Sendable {
        /// Its name.
        public var name: String

        /// Its type as a JSON schema names it: `string`, `integer`, `boolean`, `array`, `object`.
        public var type: String

        /// Makes an attribute.
        public init(_ name: String, type: String) {
            self.name = name
            self.type = type
        }
    }

    /// Makes a topic.
    public init(_ name: String, attributes: [Attribute] = []) {
        self.name = name
        self.attributes = attributes
    }
}
