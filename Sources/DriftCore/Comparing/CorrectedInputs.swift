import PastedRequests

/// The corrected inputs of a request: an object of scoped names and values.
struct CorrectedInputs: Sendable {
    private var members: [OrderedJSON.Member] = []

    /// The index of each name in the members.
    private var places: [String: Int] = [:]

    /// The inputs that were sent under their exact names, which a misspelled one must not replace.
    private var rightNames: Set<String> = []

    /// The placeholder for all inputs, or `nil` if they are known individually.
    private var placeholder: OrderedJSON?

    private(set) var isNone = false

    /// All inputs of a request, and those that the flow reads but the request lacks.
    init(_ comparison: RequestComparison) {
        // Of two values for the same name, the one in `inputData` counts.
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

    /// Only the inputs that some members of a body contain.
    init(_ sent: [SentInputs], in comparison: RequestComparison) {
        // All names are matched together: an input that is sent under its exact name isn't meant by another name.
        let inputs = MatchedInputs(sent.flatMap { $0.inputs + $0.textInputs(in: comparison.flow) }, in: comparison.flow)
        for (input, match) in inputs { add(input, match, comparison) }
        for run in sent.flatMap({ $0.value?.memberRuns ?? [] }) {
            members.append(OrderedJSON.Member(name: nil, value: .placeholder(run.runText)))
        }
        isNone = members.isEmpty
    }

    var count: Int { members.count }
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
        // An input that the flow doesn't have can't be sent, and what was meant is unknown.
        guard let variable = match?.variable ?? near else { return }
        let isMisfit = comparison.misfit(of: input.value, as: variable.type) != nil
        let value =
            comparison.requoted(input.value, as: variable.type)
            ?? (isMisfit ? nil : ValueFit.converted(input.value, to: variable.type))
            ?? Self.marked(variable.type, inPlaceOf: input.value)
        set(variable.name, value, isRightName: match?.isExact ?? false)
    }

    /// Adds the inputs that the flow reads but the request lacks, as marked placeholders.
    private mutating func addMissing(_ comparison: RequestComparison) {
        guard let flow = comparison.flow, !(comparison.body?.hasUnseenInputs ?? false) || comparison.holdsText else {
            return
        }
        for variable in flow.inputs where variable.isNeeded && isUnsent(variable.name) {
            set(variable.name, Self.marked(variable))
        }
    }

    /// Whether no value is sent for an input; null counts as no value.
    private func isUnsent(_ name: String) -> Bool { places[name].map { members[$0].value == .null } ?? true }

    /// Sets a value; a later one for the same name replaces it, unless only the earlier one was sent under that name.
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

    /// A placeholder for an input's value, such as `"<string>"`; a person must replace it.
    ///
    /// For a JSON input, it's an object with the members that the flow reads.
    private static func marked(_ variable: Variable) -> OrderedJSON {
        let names = (variable.reads?.paths ?? []).compactMap { path -> String? in
            if case .member(let name)? = path.steps.first, path.steps.count == 1 { name } else { nil }
        }
        guard variable.type == DataType(.json), !names.isEmpty, names.count == variable.reads?.paths.count else {
            return marked(variable.type)
        }
        return .object(names.map { OrderedJSON.Member(name: $0, value: .string("<\($0)>")) })
    }

    /// A placeholder that quotes the value that the request has, such as `"<integer: ten>"`.
    ///
    /// It replaces a value that can't be converted to the input's type with certainty. A person must correct it.
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
    /// Whether all inputs are visible; those in a string are, because they can be read.
    fileprivate var holdsText: Bool {
        (body?.sentInputs ?? []).allSatisfy { $0.isWhole || $0.shape == .text }
    }
}
