/// A flow's variable for a name in a contract or a request.
///
/// It takes eight bytes, with the variable stored separately: a request may send millions of names.
indirect enum VariableMatch: Equatable, Sendable {
    case exact(Variable)

    /// A variable whose name differs only in letter case.
    case otherCase(Variable)

    /// A variable that has the name after its scope: `Flow.callerNumber` for `callerNumber`.
    case scoped(Variable)

    /// No variable; `near` is the one that was probably meant.
    case none(near: Variable?)

    /// The variable that the name means, or `nil` if there is none.
    var variable: Variable? {
        switch self {
        case .exact(let variable), .otherCase(let variable), .scoped(let variable): variable
        case .none: nil
        }
    }

    var isExact: Bool {
        if case .exact = self { true } else { false }
    }

    /// Whether the flow has exactly that name and type.
    func isJust(_ type: DataType) -> Bool {
        if case .exact(let variable) = self { variable.type == type } else { false }
    }

    /// Matches each name with a variable.
    ///
    /// A variable that matches one name is never suggested for another, and no variable is suggested for two names. So
    /// a renamed input can be suggested, but not an input that is sent under its own name.
    static func matches(for names: [String], in variables: [Variable]) -> [VariableMatch] {
        let firstPass = names.map { direct(for: $0, in: variables) }
        let whole = firstPass.compactMap(\.self)
        guard whole.count < names.count else { return whole }
        let taken = Set(firstPass.compactMap { $0?.variable?.name })
        let free = variables.filter { !taken.contains($0.name) }
        let freeNames = free.map(\.name)
        let near = zip(names, firstPass).map { name, match in
            match == nil ? Near(of: name, among: freeNames) : nil
        }
        let nearest = Nearest(near.compactMap(\.self))
        return names.indices.map { index in
            firstPass[index]
                ?? .none(near: near[index].flatMap { nearest.isOnly($0) ? free[$0.variable] : nil })
        }
    }

    private struct Near {
        let variable: Int
        let similarity: Double

        init?(of name: String, among free: [String]) {
            let found = NearName.best(for: name, among: free)
            guard let found, let variable = free.firstIndex(of: found) else { return nil }
            self.variable = variable
            similarity = NearName.similarity(name, found)
        }
    }

    /// The highest similarity to each variable, and the number of names that have it.
    private struct Nearest {
        private var best: [Int: (similarity: Double, count: Int)] = [:]

        init(_ all: [Near]) {
            for near in all {
                let other = best[near.variable, default: (-1, 0)]
                if near.similarity > other.similarity {
                    best[near.variable] = (near.similarity, 1)
                } else if near.similarity == other.similarity {
                    best[near.variable] = (other.similarity, other.count + 1)
                }
            }
        }

        /// Whether no other name is as similar to the same variable.
        func isOnly(_ near: Near) -> Bool {
            best[near.variable].map { $0.similarity == near.similarity && $0.count == 1 } ?? false
        }
    }

    private static func direct(for name: String, in variables: [Variable]) -> VariableMatch? {
        if let exact = variables.indices.first(where: { variables[$0].name == name }) {
            return .exact(variables[exact])
        }
        let folded = name.lowercased()
        if let match = variables.first(where: { $0.name.lowercased() == folded }) { return .otherCase(match) }
        guard !VariableName.isScoped(name) else { return nil }
        return variables.first { VariableName.own($0.name).lowercased() == folded }.map { .scoped($0) }
    }
}
