/// The places that a flow's variables are copies of.
struct VariableOrigins {
    /// A variable of a flow; names are compared in any letter case.
    struct Name: Hashable {
        let text: String
        /// The part of the flow that the variable belongs to; 0 for a variable of the whole flow.
        let scope: FlowExpressions.Scope

        init(_ name: String, in scope: FlowExpressions.Scope) {
            text = name.lowercased()
            self.scope = text.hasPrefix("state.") || text.hasPrefix("task.") ? scope : 0
        }
    }

    /// The input or variable that a place is a part of.
    struct Origin {
        /// The input or variable at which following the place ended.
        var root: Root
        /// The path from the root to the place.
        var rest: ExpressionPath
        /// The variables through which the place was followed.
        var passed: [Name] = []
    }

    enum Root {
        /// An input, by its index.
        case input(Int)
        /// A variable that isn't a copy of a single place.
        case variable(Name)
        case none
    }

    /// The inputs, by index, that the flow sets itself.
    let setInputs: Set<Int>

    private let inputs: [Name: Int]
    private var copies: [Name: Copy] = [:]

    /// The place that a variable is set to; its source is `nil` if the variable has several sources, or isn't a copy.
    private struct Copy: Hashable {
        let source: ExpressionPath?
        let scope: FlowExpressions.Scope

        init(of source: ExpressionPath?, in scope: FlowExpressions.Scope) {
            self.source = source
            self.scope = source.flatMap { variable($0, in: scope) }?.scope ?? 0
        }
    }

    /// The maximum number of copies to follow; a longer chain is treated as a cycle.
    private static let longestChain = 32

    init(of variables: [Variable], expressions: FlowExpressions) {
        var inputs: [Name: Int] = [:]
        for (index, variable) in variables.enumerated() { inputs[Name(variable.name, in: 0)] = index }
        var setInputs: Set<Int> = []
        for assignment in expressions.assignments {
            let target = Name(assignment.target, in: assignment.scope)
            let copy = Copy(of: assignment.source, in: assignment.scope)
            if let input = inputs[target] {
                setInputs.insert(input)
            } else if let known = copies[target], known != copy {
                copies[target] = Copy(of: nil, in: 0)
            } else {
                copies[target] = copy
            }
        }
        self.inputs = inputs
        self.setInputs = setInputs
    }

    func isInput(_ name: Name) -> Bool { inputs[name] != nil }

    /// Whether a variable is a copy of a single place, so that its uses count as uses of that place.
    func isFollowed(_ name: Name) -> Bool { copies[name]?.source != nil }

    func origin(of path: ExpressionPath, in scope: FlowExpressions.Scope) -> Origin {
        var origin = Origin(root: .none, rest: path)
        var scope = scope
        while origin.passed.count < Self.longestChain {
            guard let name = Self.variable(origin.rest, in: scope) else { return origin }
            if let input = inputs[name] {
                origin.root = .input(input)
                origin.rest.removeFirst(2)
                return origin
            }
            guard let copy = copies[name], let source = copy.source else {
                origin.root = .variable(name)
                origin.rest.removeFirst(2)
                return origin
            }
            origin.passed.append(name)
            origin.rest = source + origin.rest.dropFirst(2)
            scope = copy.scope
        }
        return origin
    }

    /// The variable at the start of a place, or `nil` if the place doesn't start with a variable.
    private static func variable(_ path: ExpressionPath, in scope: FlowExpressions.Scope) -> Name? {
        guard path.count > 1, case .member(let first) = path[0], case .member(let second) = path[1] else { return nil }
        return Name(first + "." + second, in: scope)
    }
}
