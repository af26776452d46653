/// Finds which inputs a flow reads, and which paths of JSON inputs.
///
/// A place is followed through a variable if every assignment sets the variable to a copy of that place.
struct InputReads {
    private let inputs: [Variable]
    private let outputs: Set<String>
    private let expressions: FlowExpressions
    private let origins: VariableOrigins
    private var findings: [Finding]
    /// The variables through which a place was followed.
    private var passed: Set<VariableOrigins.Name> = []
    private var ends: [VariableOrigins.Name: End] = [:]

    private struct Finding {
        var isRead = false
        var isPartly = false
        var paths: Set<MemberPath> = []
    }

    /// How the flow uses a variable that can't be followed.
    private struct End {
        var isUsedWhole = false
        var isUsedInPart = false
    }

    static func inputs(_ inputs: [Variable], outputs: [Variable], reading expressions: FlowExpressions) -> [Variable] {
        var reads = InputReads(inputs, outputs, expressions)
        reads.find()
        return inputs.indices.map { index in
            var input = inputs[index]
            input.reads = reads.reads(ofInput: index)
            return input
        }
    }

    private init(_ inputs: [Variable], _ outputs: [Variable], _ expressions: FlowExpressions) {
        self.inputs = inputs
        self.outputs = Set(outputs.map { $0.name.lowercased() })
        self.expressions = expressions
        origins = VariableOrigins(of: inputs, expressions: expressions)
        findings = Array(repeating: Finding(), count: inputs.count)
    }

    private func reads(ofInput index: Int) -> Reads? {
        let finding = findings[index]
        // An expression can only name inputs whose names have the form `Flow.name`.
        guard inputs[index].name.count(where: { $0 == "." }) == 1 else { return nil }
        guard finding.isRead else { return expressions.holdsPlaceholder ? nil : Reads(.unread) }
        guard isJSON(index) else { return Reads(.read) }
        let isPartly = finding.isPartly || expressions.holdsPlaceholder || origins.setInputs.contains(index)
        return Reads(isPartly ? .partly : .read, paths: finding.paths)
    }

    private func isJSON(_ index: Int) -> Bool { inputs[index].type.kind == .json }

    private mutating func find() {
        for use in expressions.uses { follow(use.use.path, in: use.scope, as: use.use.kind) }
        var copies: [(origin: VariableOrigins.Origin, assignment: FlowExpressions.Assignment)] = []
        for assignment in expressions.assignments {
            guard let source = assignment.source else { continue }
            copies.append((origin(of: source, in: assignment.scope), assignment))
        }
        // This comes last, since it depends on which variables are used.
        for copy in copies { record(copy: copy.origin, to: copy.assignment) }
    }

    /// Follows a place to its origin, and records the variables on the way.
    private mutating func origin(of path: ExpressionPath, in scope: FlowExpressions.Scope) -> VariableOrigins.Origin {
        let origin = origins.origin(of: path, in: scope)
        passed.formUnion(origin.passed)
        if case .variable(let name) = origin.root {
            if origin.rest.isEmpty { ends[name, default: End()].isUsedWhole = true }
            if !origin.rest.isEmpty { ends[name, default: End()].isUsedInPart = true }
        }
        return origin
    }

    private mutating func follow(_ path: ExpressionPath, in scope: FlowExpressions.Scope, as kind: ExpressionUses.Kind)
    {
        let origin = origin(of: path, in: scope)
        switch origin.root {
        case .input(let index):
            findings[index].isRead = true
            if let path = MemberPath(origin.rest) { findings[index].paths.insert(path) }
            if kind == .computedMember || kind == .whole && origin.rest.isEmpty { findings[index].isPartly = true }
        case .variable(let name):
            if kind == .computedMember { ends[name, default: End()].isUsedInPart = true }
        case .none: break
        }
    }

    /// Records that an assignment copies a place of an input, or a part of it, to a variable.
    ///
    /// The copy itself counts as a read of the input. But if this type follows the variable, only the variable's own
    /// uses count.
    private mutating func record(copy origin: VariableOrigins.Origin, to assignment: FlowExpressions.Assignment) {
        guard case .input(let index) = origin.root else { return }
        let target = VariableOrigins.Name(assignment.target, in: assignment.scope)
        let isGivenBack = outputs.contains(target.text)
        if origins.isFollowed(target), passed.contains(target), !isGivenBack { return }
        findings[index].isRead = true
        if let path = MemberPath(origin.rest) { findings[index].paths.insert(path) }
        let end = ends[target] ?? End()
        let isPassedOn = end.isUsedWhole || isGivenBack || origins.isInput(target)
        if end.isUsedInPart || isPassedOn && origin.rest.isEmpty { findings[index].isPartly = true }
    }
}
