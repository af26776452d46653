/// Where the values of a flow's variables come from, as far as a copy of a place says it plainly.
struct VariableOrigins {
    /// A variable within a flow; names are compared in any letter case.
    struct Name: Hashable {
        /// The name in lower case.
        let text: String
        /// The part of the flow that it belongs to; 0 for a variable of the whole flow.
        let scope: FlowExpressions.Scope

        init(_ name: String, in scope: FlowExpressions.Scope) {
            text = name.lowercased()
            self.scope = text.hasPrefix("state.") || text.hasPrefix("task.") ? scope : 0
        }
    }

    /// What a place is a part of.
    struct Origin {
        /// Where following it ended.
        var root: Root
        /// The way from there to the place.
        var rest: ExpressionPath
        /// The variables that it was followed through.
        var passed: [Name] = []
    }

    /// Where following a place ends.
    enum Root {
        /// At an input, by its index.
        case input(Int)
        /// At a variable that is no copy of a place, or not of one only.
        case variable(Name)
        /// At something that is no variable.
        case none
    }

    /// The inputs, by index, that the flow sets itself.
    let setInputs: Set<Int>

    private let inputs: [Name: Int]
    private var copies: [Name: Copy] = [:]

    /// What a variable is set to: a place, or nil for anything else or more than one.
    private struct Copy: Hashable {
        let source: ExpressionPath?
        /// The part of the flow that the place's variable belongs to.
        let scope: FlowExpressions.Scope

        init(of source: ExpressionPath?, in scope: FlowExpressions.Scope) {
            self.source = source
            self.scope = source.flatMap { variable($0, in: scope) }?.scope ?? 0
        }
    }

    /// How many copies of copies are followed; more means that variables are copied in a circle.
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

    /// Whether a variable is an input.
    func isInput(_ name: Name) -> Bool { inputs[name] != nil }

    /// Whether a variable is a copy of one place, so that its uses are uses of that place.
    func isFollowed(_ name: Name) -> Bool { copies[name]?.source != nil }

    /// Where a place comes from.
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

    /// The variable that a place begins with; nil where it begins with something else.
    private static func variable(_ path: ExpressionPath, in scope: FlowExpressions.Scope) -> Name? {
        guard path.count > 1, case .member(let first) = path[0], case .member(let second) = path[1] else { return nil }
        return Name(first + "." + second, in: scope)
    }
}
