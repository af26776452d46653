extension ExpressionReader {
    /// The result of a function: a path for functions that return a part of a place, and a value for all others.
    mutating func call(_ name: String, _ arguments: [ExpressionOperand]) -> ExpressionOperand {
        switch (name, arguments.first) {
        case ("getjsonobjectproperty", .path(let path)?):
            if arguments.count == 2, case .literal(let member) = arguments[1], !Placeholders.isMasked(member) {
                return part(.member(member), of: path)
            }
            use(arguments[0], as: .computedMember)
            use(Array(arguments.dropFirst()))
        case ("getat", .path(let path)?) where arguments.count == 2:
            use(arguments[1])
            return part(.element, of: path)
        case _ where name.hasPrefix("isset") || name.hasPrefix("isnotset"):
            use(arguments, as: .test)
        default:
            use(arguments)
        }
        return .value
    }

    /// The result of `base[index]`: a string literal names a member, and any other index an element.
    mutating func element(of base: ExpressionOperand, _ index: ExpressionFrame) -> ExpressionOperand {
        use(index.arguments)
        guard case .path(let path) = base else { return .value }
        if index.arguments.count == 1, case .literal(let member) = index.arguments[0], !Placeholders.isMasked(member) {
            return part(.member(member), of: path)
        }
        guard index.holdsLiteral else { return part(.element, of: path) }
        use(base, as: .computedMember)
        return .value
    }

    /// The path to a part of a path's value.
    ///
    /// At a depth that no real value has, the part is treated as a computed member, so that long texts are read fast.
    private mutating func part(_ step: MemberPath.Step, of path: ExpressionPath) -> ExpressionOperand {
        if path.count < 64 { return .path(path + [step]) }
        use(.path(path), as: .computedMember)
        return .value
    }
}
