import StrictJSON

/// Reads the members of an event in the short form of ``EmbeddedEventTopics``.
///
/// The form is JSON. `"string"`, `"integer"`, `"number"`, `"boolean"`, `"any"` and `"object"` are kinds. `["A", "B"]`
/// is a string with a closed set of values. `{"[]": …}` is an array, and `{"{}": …}` an object with any keys. Any other
/// object is an object with the members that it lists.
struct EventBodyReader {
    private let tree: JSONTree

    /// The members of an event, or `nil` if the bytes are in another form.
    static func attributes(_ bytes: [UInt8]) -> [EventTopic.Attribute]? {
        guard let tree = JSONTree(bytes), tree.nodes[0].kind == .object else { return nil }
        return EventBodyReader(tree: tree).attributes(of: 0)
    }

    private func attributes(of object: Int) -> [EventTopic.Attribute]? {
        var attributes: [EventTopic.Attribute] = []
        for member in tree.children(of: object) {
            guard let value = value(member) else { return nil }
            attributes.append(EventTopic.Attribute(tree.name(of: member), value.kind, value.content))
        }
        return attributes.sorted { $0.name < $1.name }
    }

    private func value(_ node: Int) -> (kind: EventTopic.Kind, content: EventTopic.Content)? {
        switch tree.nodes[node].kind {
        case .string:
            guard let name = tree.text(of: node) else { return nil }
            return EventTopic.Kind(rawValue: name == "any" ? "other" : name).map { ($0, .unknown) }
        case .array:
            return (.string, .choices(tree.children(of: node).compactMap(tree.text)))
        case .object:
            if let element = tree.member("[]", of: node) { return value(element).map { (.array, .each($0, $1)) } }
            if let member = tree.member("{}", of: node) { return value(member).map { (.object, .each($0, $1)) } }
            return attributes(of: node).map { (.object, .members($0)) }
        case .other:
            return nil
        }
    }
}
