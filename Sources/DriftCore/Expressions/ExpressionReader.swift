/// Finds the places that an Architect expression names, and how the expression uses them.
///
/// It reads any text once, from left to right. It keeps open brackets on its own stack, so no text is nested too
/// deeply. It matches the names of functions in any letter case.
struct ExpressionReader {
    private var result = ExpressionUses()
    private var frames = [ExpressionFrame(.expression)]
    private var awaitsMember = false

    static func uses(in text: String) -> ExpressionUses {
        var reader = ExpressionReader()
        var tokens = ExpressionTokenizer(text)
        while let token = tokens.next() { reader.take(token) }
        return reader.finished()
    }

    private mutating func take(_ token: ExpressionToken) {
        let isMember = awaitsMember
        awaitsMember = false
        if case .name(let name) = token, Placeholders.isMasked(name) { result.holdsPlaceholder = true }
        switch token {
        case .name(let name) where isMember: appendToOperand(.member(name))
        case .name(let name): put(.path([.member(name)]))
        case .string(let text):
            frames[frames.count - 1].holdsLiteral = true
            put(.literal(text))
        case .number: put(.number)
        case .symbol("."): awaitsMember = frames[frames.count - 1].operand != nil
        case .symbol("("): openParenthesis()
        case .symbol("["): openBracket()
        case .symbol("{"): frames.append(ExpressionFrame(.call("")))
        case .symbol(")"), .symbol("]"), .symbol("}"): if frames.count > 1 { close() }
        case .symbol(","): finishArgument()
        case .symbol: putOperator()
        }
    }

    /// Closes the open brackets and ends the expression.
    private mutating func finished() -> ExpressionUses {
        while frames.count > 1 {
            if case .index(let base) = frames[frames.count - 1].kind { use(base) }
            frames[frames.count - 1].kind = .call("")
            close()
        }
        finishArgument()
        let operands = frames[0].arguments
        if operands.count == 1, case .path(let path) = operands[0] {
            result.solePath = path
        } else {
            use(operands)
        }
        return result
    }
}

extension ExpressionReader {
    mutating func use(_ operands: [ExpressionOperand], as kind: ExpressionUses.Kind = .whole) {
        for operand in operands { use(operand, as: kind) }
    }

    mutating func use(_ operand: ExpressionOperand?, as kind: ExpressionUses.Kind = .whole) {
        guard case .path(let path)? = operand else { return }
        result.uses.append(ExpressionUses.Use(path: path, kind: kind))
    }

    /// Adds an operand; if it directly follows another one, the word between them, such as `and`, was an operator.
    private mutating func put(_ operand: ExpressionOperand) {
        if frames[frames.count - 1].operand != nil { putOperator() }
        frames[frames.count - 1].operand = operand
    }

    private mutating func putOperator() {
        use(frames[frames.count - 1].operand)
        frames[frames.count - 1].operand = nil
        frames[frames.count - 1].isSole = false
    }

    private mutating func appendToOperand(_ step: MemberPath.Step) {
        guard case .path(var path)? = frames[frames.count - 1].operand else { return }
        // The operand is removed first, so that the path can grow without being copied.
        frames[frames.count - 1].operand = nil
        path.append(step)
        frames[frames.count - 1].operand = .path(path)
    }

    private mutating func takeOperand() -> ExpressionOperand? {
        defer { frames[frames.count - 1].operand = nil }
        return frames[frames.count - 1].operand
    }

    /// Ends an argument: a single operand is kept, and any other expression becomes a value.
    private mutating func finishArgument() {
        let operand = takeOperand()
        let isSole = frames[frames.count - 1].isSole
        if !isSole { use(operand) }
        frames[frames.count - 1].arguments.append(isSole ? operand ?? .value : .value)
        frames[frames.count - 1].isSole = true
    }

    private mutating func openParenthesis() {
        switch frames[frames.count - 1].operand {
        case .path(let path)? where path.count == 1:
            frames[frames.count - 1].operand = nil
            guard case .member(let name) = path[0] else { return }
            frames.append(ExpressionFrame(.call(name.lowercased())))
        case nil:
            frames.append(ExpressionFrame(.parentheses))
        default:
            putOperator()
            frames.append(ExpressionFrame(.call("")))
        }
    }

    private mutating func openBracket() {
        guard let base = takeOperand() else {
            frames.append(ExpressionFrame(.call("")))
            return
        }
        frames.append(ExpressionFrame(.index(of: base)))
    }

    private mutating func close() {
        finishArgument()
        guard let frame = frames.popLast() else { return }
        if frame.holdsLiteral { frames[frames.count - 1].holdsLiteral = true }
        switch frame.kind {
        case .parentheses where frame.arguments.count == 1: put(frame.arguments[0])
        case .expression, .parentheses, .call(""):
            use(frame.arguments)
            put(.value)
        case .call(let name): put(call(name, frame.arguments))
        case .index(let base): put(element(of: base, frame))
        }
    }
}
