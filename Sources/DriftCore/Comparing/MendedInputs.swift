import PastedRequests

/// The inputs of a request as a launch takes them: an object of scoped names and values.
struct MendedInputs: Sendable {
    private var members: [OrderedJSON.Member] = []

    /// Where each name stands in the members.
    private var places: [String: Int] = [:]

    /// The names of those that were sent under just that name, so that none that was misspelt takes their place.
    private var rightNames: Set<String> = []

    /// What stands for all inputs; nil where they are known one by one.
    private var placeholder: OrderedJSON?

    /// Whether there is nothing to send.
    private(set) var isNone = false

    /// All inputs of a request, and those that the flow reads and that nobody sends.
    init(_ comparison: RequestComparison) {
        // Of two values for one name the one in `inputData` counts.
        let all = comparison.body?.sentInputs ?? []
        let sent = all.filter { !($0.member?.isExact ?? false) } + all.filter { $0.member?.isExact ?? false }
        let unseen = sent.first { $0.value?.isUnknownContent ?? false }
        if let value = unseen?.value, comparison.inputs.isEmpty {
            self.init([], in: comparison)
            placeholder = OrderedJSON(value)
            isNone = false
            return
        }
        self.init(sent, in: comparison)
        addMissing(comparison)
        isNone = members.isEmpty && sent.isEmpty
    }

    /// The inputs that members of a body hold, and no others.
    init(_ sent: [SentInputs], in comparison: RequestComparison) {
        // Matched all at once: an input that is sent under its own name is not what another name was meant for.
        let inputs = MatchedInputs(sent.flatMap { $0.inputs + $0.textInputs(in: comparison.flow) }, in: comparison.flow)
        for (input, match) in inputs { add(input, match, comparison) }
        for run in sent.flatMap({ $0.value?.memberRuns ?? [] }) {
            members.append(OrderedJSON.Member(name: nil, value: .placeholder(run.runText)))
        }
        isNone = members.isEmpty
    }

    /// How many inputs there are.
    var count: Int { members.count }

    /// The inputs as JSON.
    var value: OrderedJSON { placeholder ?? .object(members) }

    private mutating func add(_ input: SentInputs.Input, _ match: VariableMatch?, _ comparison: RequestComparison) {
        guard !input.name.isUnknownContent else {
            return set(input.name.text, OrderedJSON(input.value))
        }
        guard comparison.flow != nil else {
            let name = input.name.text
            let isScoped = VariableName.isScoped(name)
            let value = comparison.requoted(input.value, as: DataType(.string)) ?? OrderedJSON(input.value)
            return set(isScoped ? name : "Flow.\(name)", value, isRightName: isScoped)
        }
        let near: Variable? = if case .none(let near)? = match { near } else { nil }
        // An input that the flow does not have cannot be sent, and nobody knows what was meant.
        guard let variable = match?.variable ?? near else { return }
        let isMisfit = comparison.misfit(of: input.value, as: variable.type) != nil
        let value =
            comparison.requoted(input.value, as: variable.type)
            ?? (isMisfit ? nil : ValueFit.converted(input.value, to: variable.type))
            ?? Self.marked(variable.type, inPlaceOf: input.value)
        set(variable.name, value, isRightName: match?.isExact ?? false)
    }

    /// The inputs that the flow reads and that nobody sends, as marked placeholders.
    private mutating func addMissing(_ comparison: RequestComparison) {
        guard let flow = comparison.flow, !(comparison.body?.hasUnseenInputs ?? false) || comparison.holdsText else {
            return
        }
        for variable in flow.inputs where variable.isNeeded && isUnsent(variable.name) {
            set(variable.name, Self.marked(variable))
        }
    }

    /// Whether nothing is sent for an input, or null, which counts as nothing.
    private func isUnsent(_ name: String) -> Bool { places[name].map { members[$0].value == .null } ?? true }

    /// Sets a value; of two for one name the later counts, unless only the earlier was sent under that name.
    private mutating func set(_ name: String, _ value: OrderedJSON, isRightName: Bool = true) {
        guard isRightName || !rightNames.contains(name) else { return }
        if isRightName { rightNames.insert(name) }
        let member = OrderedJSON.Member(name: name, value: value)
        if let index = places[name] {
            members[index] = member
        } else {
            places[name] = members.count
            members.append(member)
        }
    }

    /// A marked placeholder for an input, a JSON input's with the members that the flow reads of it.
    private static func marked(_ variable: Variable) -> OrderedJSON {
        let names = (variable.reads?.paths ?? []).compactMap { path -> String? in
            if case .member(let name)? = path.steps.first, path.steps.count == 1 { name } else { nil }
        }
        guard variable.type == DataType(.json), !names.isEmpty, names.count == variable.reads?.paths.count else {
            return marked(variable.type)
        }
        return .object(names.map { OrderedJSON.Member(name: $0, value: .string("<\($0)>")) })
    }

    /// A marked placeholder that has what was written, of which nobody can tell how the type would have it.
    private static func marked(_ type: DataType, inPlaceOf node: JSONNode) -> OrderedJSON {
        if type.isCollection {
            let kind = DataType(type.kind)
            guard node.kind == .array else { return .array([marked(kind, inPlaceOf: node)]) }
            return .array(node.elements.map { ValueFit.converted($0, to: kind) ?? marked(kind, inPlaceOf: $0) })
        }
        let isScalar = node.kind != .object && node.kind != .array
        let written = isScalar ? node.text : JSONWriter(onOneLine: true).text(OrderedJSON(node))
        return .string("<\(type.kind.name): \(written)>")
    }

    private static func marked(_ type: DataType) -> OrderedJSON {
        let value = OrderedJSON.string("<\(type.kind.name)>")
        return type.isCollection ? .array([value]) : value
    }
}

extension RequestComparison {
    /// Whether inputs stand in a string, so that they can be seen after all.
    fileprivate var holdsText: Bool {
        (body?.sentInputs ?? []).allSatisfy { $0.isWhole || $0.shape == .text }
    }
}
