import PastedRequests

/// The names that a recording may keep; any other name may be data, such as a map's key, or a secret.
public struct KnownNames: Sendable {
    private let flow: Flow?
    private let payloads: [String: [PayloadSchema]]

    /// The inputs' names that the flow or a contract has.
    private let inputs: [String]

    /// Both forms of those names, with and without scope, in lower case.
    private let folded: Set<String>

    /// Collects the names of a flow's inputs, and of what its contracts and expressions say about JSON values.
    ///
    /// - Parameters:
    ///   - flow: The flow, or `nil` if it's unknown.
    ///   - contracts: The contracts of the flow.
    public init(flow: Flow?, contracts: [Contract]) {
        self.flow = flow
        let launches = contracts.compactMap(\.launch)
        let declared = launches.compactMap(\.schema?.declared).flatMap(\.inputs)
        let sent = launches.flatMap(\.inputs)
        let omitted = launches.flatMap(\.omittedInputs).map(\.value)
        let names =
            (flow?.inputs.map(\.name) ?? []) + sent.map(\.name.value) + omitted + declared.map(\.name.value)
        inputs = Set(names).sorted()
        folded = Set(names.flatMap { [$0.lowercased(), VariableName.own($0).lowercased()] })
        let schemas = sent.map { ($0.name.value, $0.payload) } + declared.map { ($0.name.value, $0.payload) }
        payloads = Dictionary(grouping: schemas) { VariableName.own($0.0).lowercased() }
            .mapValues { $0.compactMap(\.1) }
    }

    /// Whether to keep the name of an input that a launch sends.
    ///
    /// The name is kept if the flow or a contract has it, in any letter case and with or without its scope. It's also
    /// kept if it's similar to such a name, or if it has a scope and the form of a variable's name, with at most two
    /// digits.
    func keepsInput(_ name: String) -> Bool {
        if folded.contains(name.lowercased()) || folded.contains(VariableName.own(name).lowercased()) { return true }
        guard Self.isVariableName(String(VariableName.own(name))) else { return false }
        // A long name, or one with digits, may be data that was put after a scope.
        if VariableName.isScoped(name) { return name.count <= 40 && name.count(where: \.isNumber) <= 2 }
        // Digits that the known name lacks may be data: `order4711`.
        return NearName.best(for: name, among: inputs).map { near in
            name.count(where: \.isNumber) <= near.count(where: \.isNumber)
        } ?? false
    }

    /// Whether to keep the name at the end of a path below an input.
    func keepsMember(at path: MemberPath, of input: String) -> Bool {
        let own = VariableName.own(input).lowercased()
        if payloads[own]?.contains(where: { $0.presence(of: path) == .named }) ?? false { return true }
        let read = flow?.inputs.first { VariableName.own($0.name).lowercased() == own }?.reads
        return read?.paths.contains { $0.steps.starts(with: path.steps) } ?? false
    }

    /// Whether a text looks like the name of a variable: letters, digits and `_`, with few digits.
    private static func isVariableName(_ text: String) -> Bool {
        text.count <= 64 && text.first.map { $0.isLetter || $0 == "_" } ?? false
            && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } && text.count(where: \.isNumber) <= 4
    }
}

extension ValueShape {
    /// The shape of a value that a launch sends.
    ///
    /// - Parameters:
    ///   - node: The value.
    ///   - input: The name of the input.
    ///   - names: The names that may be kept.
    init(_ node: JSONNode, of input: String, knowing names: KnownNames) {
        self.init(node, steps: []) { names.keepsMember(at: $0, of: input) }
    }

    private init(_ node: JSONNode, steps: [MemberPath.Step], keeps: (MemberPath) -> Bool) {
        self.init(.null)
        switch node.kind {
        case .placeholder: type = .unknown
        case .string: type = .string
        case .boolean: type = .boolean
        case .null: type = .null
        case .number: type = JSONNumber.isWhole(node.text) ? .integer : .decimal
        case .object:
            type = .object
            for member in node.lastMembers({ $0 }) {
                let inner = steps + [.member(member.name.text)]
                if let path = MemberPath(inner), keeps(path) {
                    members[member.name.text] = ValueShape(member.value, steps: inner, keeps: keeps)
                } else {
                    otherMembers += 1
                }
            }
        case .array:
            let shapes = node.elements.map { ValueShape($0, steps: steps + [.element], keeps: keeps) }
            type = ValueType(arrayOf: shapes.lazy.map(\.type))
            for shape in shapes {
                members.merge(shape.members) { $0.joined(with: $1) }
                otherMembers = max(otherMembers, shape.otherMembers)
            }
        }
    }

    /// The shape of a member that two objects of one array have; if the types differ, the type is unknown.
    private func joined(with other: ValueShape) -> ValueShape {
        if type == .null { return other }
        if other.type == .null { return self }
        return ValueShape(
            type.joined(with: other.type) ?? .unknown,
            members: members.merging(other.members) { $0.joined(with: $1) },
            otherMembers: max(otherMembers, other.otherMembers)
        )
    }
}
