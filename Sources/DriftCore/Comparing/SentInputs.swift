/// The inputs of a request as one member of its body holds them.
struct SentInputs: Sendable {
    /// The member; nil where the inputs stand loose in the body, or go to a gateway.
    let member: LaunchBody.Member?

    /// What holds them.
    let value: JSONNode?

    /// How they are held.
    let shape: Shape

    /// The inputs in order.
    let inputs: [Input]

    /// Whether these are all: no placeholder stands for any of them.
    let isWhole: Bool

    /// One input: two nodes of one document, in 16 bytes, because a body may hold millions.
    struct Input: Sendable {
        private let document: JSONDocument
        private let numbers: (name: UInt32, value: UInt32)

        /// Its name.
        var name: JSONNode { JSONNode(document: document, index: Int(numbers.name)) }

        /// Its value.
        var value: JSONNode { JSONNode(document: document, index: Int(numbers.value)) }

        /// Whether its value is null, which counts as not sent.
        var isNull: Bool { value.kind == .null }

        /// Makes one of two nodes of the same document.
        init(name: JSONNode, value: JSONNode) {
            document = name.document
            numbers = (UInt32(name.index), UInt32(value.index))
        }
    }

    /// How inputs are held.
    enum Shape: Hashable, Sendable {
        /// `{name: value}`, which is what the API takes.
        case map
        /// `[{"name": …, "value": …}]`.
        case list
        /// `{name: {"value": …}}`.
        case wrapped
        /// A string that holds JSON.
        case text
        /// Beside the other members of the body.
        case loose
        /// Nothing, or what nobody knows.
        case unseen
        /// Anything else.
        case other
    }

    /// The inputs inside a string; their places are those in the string.
    var textInputs: [Input] {
        guard shape == .text, let text = value?.string else { return [] }
        let reading = JSONReading(allowingPlaceholders: true, warning: false)
        return JSONDocument(reading: Array(text.utf8), reading).root.map(Self.pairs) ?? []
    }
}

extension SentInputs {
    /// Takes the inputs out of the member that is meant to hold them, in whatever shape.
    init(in member: LaunchBody.Member, flow: Flow?) {
        let value = member.value
        self.member = member
        self.value = value
        isWhole = value.memberRuns.isEmpty && !value.isUnknownContent && value.string == nil
        switch value.kind {
        case _ where value.isUnknownContent, .null: (shape, inputs) = (.unseen, [])
        case .object:
            let pairs = Self.pairs(value)
            let unwrapped = pairs.isEmpty || Self.areJSON(pairs, in: flow) ? nil : Self.all(pairs, Self.unwrapped)
            (shape, inputs) = unwrapped.map { (.wrapped, $0) } ?? (.map, pairs)
        case .array:
            (shape, inputs) = Self.all(value.elements, Self.item).map { (.list, $0) } ?? (.other, [])
        case .string: (shape, inputs) = (value.text.contains("{") ? .text : .other, [])
        default: (shape, inputs) = (.other, [])
        }
    }

    /// Takes inputs that stand loose in a body.
    init(_ members: [LaunchBody.Member]) {
        self.init(
            member: nil,
            value: nil,
            shape: .loose,
            inputs: members.map { Input(name: $0.name, value: $0.value) },
            isWhole: true
        )
    }

    /// Takes the inputs in the shape that a gateway expects.
    init(_ value: JSONNode, as expected: Contract.Gateway.Shape) {
        let pairs = Self.pairs(value)
        let inputs: [Input]? =
            switch expected {
            case .map: value.kind == .object ? pairs : nil
            case .wrapped: value.kind == .object ? Self.all(pairs, Self.unwrapped) : nil
            case .list: value.kind == .array ? Self.all(value.elements, Self.item) : nil
            }
        self.init(
            member: nil,
            value: value,
            shape: inputs == nil ? .other : .map,
            inputs: inputs ?? [],
            isWhole: inputs != nil && value.memberRuns.isEmpty
        )
    }

    private static func pairs(_ node: JSONNode) -> [Input] {
        node.members { Input(name: $0.name, value: $0.value) }
    }

    /// The inputs in some nodes; nil where one of them is none.
    private static func all<Node>(_ nodes: [Node], _ input: (Node) -> Input?) -> [Input]? {
        var inputs: [Input] = []
        for node in nodes {
            guard let input = input(node) else { return nil }
            inputs.append(input)
        }
        return inputs
    }

    /// `{name: {"value": …}}` without its wrapping.
    private static func unwrapped(_ input: Input) -> Input? {
        guard input.value.kind == .object else { return nil }
        let names = Set(input.value.members { $0.name.text })
        guard names.isSubset(of: ["value", "type", "name", "dataType"]) else { return nil }
        return input.value["value"].map { Input(name: input.name, value: $0) }
    }

    /// `{"name": …, "value": …}` as an input.
    private static func item(_ node: JSONNode) -> Input? {
        let names = ["name", "key", "variable", "id", "Name", "Key"]
        guard let name = names.lazy.compactMap({ node[$0] }).first, name.kind == .string else { return nil }
        return (node["value"] ?? node["Value"]).map { Input(name: name, value: $0) }
    }

    /// Whether the flow takes an object for each of the inputs, so that nothing is wrapped.
    private static func areJSON(_ inputs: [Input], in flow: Flow?) -> Bool {
        inputs.allSatisfy { input in
            flow?.inputs.contains { $0.name == input.name.text && $0.type == DataType(.json) } ?? false
        }
    }
}
