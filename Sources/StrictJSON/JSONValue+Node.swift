extension JSONValue {
    /// Makes a value from a node; of repeated members, the last is used, and placeholders become strings.
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
