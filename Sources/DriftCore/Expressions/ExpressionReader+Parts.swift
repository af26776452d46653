extension ExpressionReader {
    /// What a function gives: of a few a place, of all others a value.
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

    /// What `base[index]` gives; an index is a whole number, and only a text would be a member's name.
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

    /// A part of a place; beyond a depth that no value has, a computed one, so that long texts are read in no time.
    private mutating func part(_ step: MemberPath.Step, of path: ExpressionPath) -> ExpressionOperand {
        if path.count < 64 { return .path(path + [step]) }
        use(.path(path), as: .computedMember)
        return .value
    }
}
