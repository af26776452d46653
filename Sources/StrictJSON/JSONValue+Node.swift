extension JSONValue {
    /// Makes a value of a node: the last of members of the same name, and a placeholder as the text it is written.
    public init(_ node: JSONNode) {
        switch node.kind {
        case .object:
            let members = node.members.map { ($0.name.text, JSONValue($0.value)) }
            self = .object(Dictionary(members, uniquingKeysWith: { _, last in last }))
        case .array: self = .array(node.elements.map(JSONValue.init))
        case .string: self = .string(node.text)
        case .number: self = .number(JSONNumber.shortest(node.text))
        case .boolean: self = .boolean(node.boolean ?? false)
        case .null: self = .null
        case .placeholder(let text): self = .string(text)
        }
    }
}
