import PastedRequests

/// The inputs in one member of a request's body.
struct SentInputs: Sendable {
    /// The member, or `nil` if the inputs are directly in the body or go to a gateway.
    let member: LaunchBody.Member?

    /// The value that contains the inputs.
    let value: JSONNode?

    let shape: Shape
    let inputs: [Input]

    /// Whether these are all inputs, and no placeholder may stand for others.
    let isWhole: Bool

    /// One input: two nodes of one document in 16 bytes, because a body may contain millions.
    struct Input: Sendable {
        private let document: JSONDocument
        private let numbers: (name: UInt32, value: UInt32)

        var name: JSONNode { JSONNode(document: document, index: Int(numbers.name)) }
        var value: JSONNode { JSONNode(document: document, index: Int(numbers.value)) }

        /// Whether its value is null, which counts as not sent.
        var isNull: Bool { value.kind == .null }

        /// Makes an input of two nodes in the same document.
        init(name: JSONNode, value: JSONNode) {
            document = name.document
            numbers = (UInt32(name.index), UInt32(value.index))
        }
    }

    enum Shape: Hashable, Sendable {
        /// `{name: value}`, the form that the API requires.
        case map
        /// `[{"name": …, "value": …}]`.
        case list
        /// `{name: {"value": …}}`.
        case wrapped
        /// `[{name: value}]`.
        case maps
        /// `{"Flow": {name: value}}` or inside another object, with the name of that object.
        case nested(in: String)
        /// A string that contains JSON.
        case text
        /// Directly in the body, next to its other members.
        case loose
        /// No inputs, or unknown ones.
        case unseen
        case other
    }

    /// Whether the inputs are too deep for findings that name one input.
    var isDeep: Bool {
        switch shape {
        case .text, .nested: true
        default: false
        }
    }

    /// The inputs inside a string; their positions are relative to it.
    func textInputs(in flow: Flow?) -> [Input] {
        guard shape == .text, let text = value?.string else { return [] }
        let reading = JSONReading(allowingPlaceholders: true, warning: false)
        guard let root = JSONDocument(reading: Array(text.utf8), reading).root else { return [] }
        return root.kind == .string ? [] : Self.read(root, in: flow).inputs
    }

    /// Whether it's unclear which inputs are sent.
    func isLost(in flow: Flow?) -> Bool {
        switch shape {
        case .other: true
        case .text: textInputs(in: flow).isEmpty
        default: false
        }
    }
}

extension SentInputs {
    /// Reads the inputs of the member that is meant for them, in any shape.
    init(in member: LaunchBody.Member, flow: Flow?) {
        let value = member.value
        self.member = member
        self.value = value
        (shape, inputs) = Self.read(value, in: flow)
        isWhole =
            value.memberRuns.isEmpty && !value.isUnknownContent && value.string == nil && shape != .other
            && !inputs.contains { $0.name.isUnknownContent }
    }

    private static func read(_ value: JSONNode, in flow: Flow?) -> (shape: Shape, inputs: [Input]) {
        switch value.kind {
        case _ where value.isUnknownContent, .null: return (.unseen, [])
        case .object: return map(pairs(value), in: flow)
        case .array:
            if let inputs = all(value.elements, item) { return (.list, inputs) }
            let isMaps = value.elements.allSatisfy { $0.kind == .object }
            return isMaps ? (.maps, value.elements.flatMap { item($0).map { [$0] } ?? pairs($0) }) : (.other, [])
        case .string: return (value.text.contains("{") ? .text : .other, [])
        default: return (.other, [])
        }
    }

    private static func map(_ pairs: [Input], in flow: Flow?) -> (shape: Shape, inputs: [Input]) {
        guard pairs.contains(where: { $0.value.kind == .object }) else { return (.map, pairs) }
        let names = names(of: flow)
        if let name = pairs.first(where: { isTooMany($0, besides: names) })?.name.text {
            let inputs = pairs.flatMap { isTooMany($0, besides: names) ? Self.pairs($0.value) : [$0] }
            return (.nested(in: name), inputs)
        }
        // Without a flow that says which inputs are JSON, one unwrapped object means that none is wrapped.
        let wrapped = pairs.filter { !isJSON($0, in: flow) && unwrapped($0) != nil }.count
        guard wrapped > 0, flow != nil || wrapped == pairs.count else { return (.map, pairs) }
        return (.wrapped, pairs.map { isJSON($0, in: flow) ? $0 : unwrapped($0) ?? $0 })
    }

    // Whether a name isn't an input but a scope, or another name for all inputs, with the inputs inside. The given
    // names are those of the flow's inputs in lower case.
    private static func isTooMany(_ input: Input, besides names: Set<String>) -> Bool {
        guard input.value.kind == .object, !input.name.isUnknownContent else { return false }
        let name = input.name.text.lowercased()
        guard !names.contains(name) else { return false }
        if VariableName.scopes.contains(where: { $0.lowercased() == name }) { return true }
        if ["inputdata", "inputs"].contains(name), names.isEmpty { return true }
        let held = self.names(in: input.value)
        return LaunchPart(name, value: input.value) == .inputData
            && held.contains { VariableName.isScoped($0) || names.contains($0.lowercased()) }
    }

    /// The possible names of a flow's inputs, in lower case, with and without scope.
    static func names(of flow: Flow?) -> Set<String> {
        Set((flow?.inputs ?? []).flatMap { [$0.name.lowercased(), VariableName.own($0.name).lowercased()] })
    }

    /// The names in a value, which is an object or a list.
    static func names(in value: JSONNode) -> [String] {
        switch value.kind {
        case .object: value.members { $0.name.text }
        case .array: value.elements.flatMap { item($0).map { [$0.name.text] } ?? $0.members { $0.name.text } }
        default: []
        }
    }

    /// Makes inputs of members that are directly in a body.
    init(_ members: [LaunchBody.Member]) {
        self.init(
            member: nil,
            value: nil,
            shape: .loose,
            inputs: members.map { Input(name: $0.name, value: $0.value) },
            isWhole: true
        )
    }

    /// Reads inputs in the shape that a gateway expects.
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
        node.lastMembers { Input(name: $0.name, value: $0.value) }
    }

    /// The inputs in some nodes, or `nil` if one of them isn't an input.
    private static func all<Node>(_ nodes: [Node], _ input: (Node) -> Input?) -> [Input]? {
        var inputs: [Input] = []
        for node in nodes {
            guard let input = input(node) else { return nil }
            inputs.append(input)
        }
        return inputs
    }

    private static func unwrapped(_ input: Input) -> Input? {
        guard input.value.kind == .object else { return nil }
        let known: Set = ["value", "type", "name", "datatype", "label", "description"]
        guard input.value.members.allSatisfy({ known.contains($0.name.text.lowercased()) }) else { return nil }
        return member(["value"], of: input.value).map { Input(name: input.name, value: $0) }
    }

    private static func item(_ node: JSONNode) -> Input? {
        let names = [
            "name", "key", "variable", "variablename", "inputname", "parametername", "paramname", "parameter", "param",
            "input", "field", "fieldname", "id",
        ]
        guard let name = member(names, of: node), name.kind == .string else { return nil }
        return member(["value", "values", "val"], of: node).map { Input(name: name, value: $0) }
    }

    /// The value of the first existing member among some names, in any letter case.
    private static func member(_ names: [String], of node: JSONNode) -> JSONNode? {
        guard node.kind == .object else { return nil }
        let members = node.members
        return names.lazy.compactMap { name in members.last { $0.name.text.lowercased() == name }?.value }.first
    }

    /// Whether the flow's input is JSON, so that an object isn't a wrapper.
    private static func isJSON(_ input: Input, in flow: Flow?) -> Bool {
        guard let flow else { return false }
        let name = VariableName.own(input.name.text).lowercased()
        return flow.inputs.contains { $0.type.kind == .json && VariableName.own($0.name).lowercased() == name }
    }
}
