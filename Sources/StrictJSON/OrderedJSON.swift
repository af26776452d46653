/// A JSON value to write; members keep their order, and placeholders stay unchanged.
public indirect enum OrderedJSON: Hashable, Sendable {
    case null
    case boolean(Bool)
    /// A number as written.
    case number(String)
    case string(String)
    /// A text with placeholders, which are written unchanged.
    case template(String)
    case array([OrderedJSON])
    case object([Member])
    /// A placeholder in the place of a value.
    case placeholder(String)

    /// A member of an object.
    public struct Member: Hashable, Sendable {
        /// The name, or `nil` if the value is a placeholder that may become any number of members.
        public var name: String?

        /// The value.
        public var value: OrderedJSON

        /// Makes a member.
        public init(name: String?, value: OrderedJSON) {
            self.name = name
            self.value = value
        }
    }
}

extension OrderedJSON {
    /// Makes a value from a value whose members have no order; its members are sorted by name.
    public init(_ value: JSONValue) {
        self =
            switch value {
            case .null: .null
            case .boolean(let value): .boolean(value)
            case .number(let text): .number(text)
            case .string(let text): .string(text)
            case .array(let elements): .array(elements.map(OrderedJSON.init))
            case .object(let members):
                .object(
                    members.sorted { $0.key < $1.key }.map { Member(name: $0.key, value: OrderedJSON($0.value)) }
                )
            }
    }

    /// Makes a value from a node, including all members with the same name.
    public init(_ node: JSONNode) {
        self =
            switch node.kind {
            case .null: .null
            case .boolean: .boolean(node.boolean ?? false)
            case .number: .number(node.text)
            case .string: node.holdsPlaceholder ? .template(node.text) : .string(node.text)
            case .placeholder(let text): .placeholder(text)
            case .array: .array(node.elements.map(OrderedJSON.init))
            case .object: .object(Self.members(node))
            }
    }
}

extension OrderedJSON {
    private static func members(_ node: JSONNode) -> [Member] {
        var members: [Member] = []
        node.forEachPair { pair in if let member = Member(pair) { members.append(member) } }
        return members
    }
}

extension OrderedJSON.Member {
    /// Makes a member from a pair of nodes, or returns `nil` if the pair only marks the place of a value without a name.
    fileprivate init?(_ pair: JSONMember) {
        let isRun = pair.name.record.form == .run
        guard !isRun || pair.name.record.start < pair.name.record.end else { return nil }
        name = isRun ? nil : pair.name.text
        value = isRun ? .placeholder(pair.name.runText) : OrderedJSON(pair.value)
    }
}
