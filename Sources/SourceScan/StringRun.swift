/// String literals that code joins directly, such as `"flows" + "/executions"`.
struct StringRun {
    /// The tokens of the strings.
    var tokens: [Int]
    /// The text of all the strings, as it is written.
    var text: [UInt8]
    /// Whether text that isn't literal comes directly after the run.
    var isFollowed: Bool
    /// Whether text that isn't literal comes directly before the run.
    var isPreceded: Bool

    /// All strings of a unit, in order.
    static func all(in unit: CodeUnit) -> [StringRun] {
        var runs: [StringRun] = []
        var index = 0
        while index < unit.tokens.count {
            if isText(unit, index) {
                let run = StringRun(unit, from: index)
                index = (run.tokens.last ?? index) + 1
                runs.append(run)
            } else {
                index += 1
            }
        }
        return runs
    }

    private static func isText(_ unit: CodeUnit, _ index: Int) -> Bool {
        let kind = unit.tokens[index].kind
        guard kind != .word else {
            return unit.dialect == .shell || unit.dialect == .yaml
                || unit.dialect == .powershell && unit.tokens[index].content.count > 16
        }
        return kind == .string
    }

    /// The run that begins with a string.
    init(_ unit: CodeUnit, from first: Int) {
        tokens = [first]
        text = Array(unit.bytes[unit.tokens[first].content])
        let before = unit.token(first - 1)
        isPreceded = before?.closes(Token.Code.hole) ?? false || before?.isSymbol(UInt8(ascii: "+")) ?? false
        var last = first
        while let next = Self.next(after: last, in: unit) {
            tokens.append(next)
            text += unit.bytes[unit.tokens[next].content]
            last = next
        }
        isFollowed = Self.isJoined(after: last, in: unit)
    }

    /// The text of all strings without their escapes.
    func decoded(in unit: CodeUnit) -> [UInt8] {
        guard text.contains(UInt8(ascii: "\\")) || text.contains(UInt8(ascii: "`")) else { return text }
        return tokens.flatMap { index in
            let token = unit.tokens[index]
            return token.kind == .string
                ? Unescaping.bytes(of: unit.bytes[token.content], token.escape).bytes
                : Array(unit.bytes[token.content])
        }
    }

    /// The string that is joined to the one at an index, or `nil` if something else follows.
    private static func next(after index: Int, in unit: CodeUnit) -> Int? {
        var place = index + 1
        var hasJoint = false
        while let token = unit.token(place), place < index + 6 {
            if isText(unit, place) {
                let isTouching = unit.tokens[place].start == unit.tokens[index].end
                let isAdjacent =
                    unit.dialect.syntax.traits.contains(.adjacentStringsJoin) && token.kind == .string
                    && unit.tokens[index].kind == .string && unit.dialect != .shell
                let isShellWord = unit.dialect == .shell && isTouching && !isVariable(unit, place)
                return hasJoint || isAdjacent || isShellWord ? place : nil
            }
            if token.opens(Token.Code.hole) {
                // A hole that contains only a string is text.
                guard unit.isString(place + 1), unit.token(place + 2)?.closes(Token.Code.hole) ?? false else {
                    return nil
                }
                hasJoint = true
            } else if isJoint(token, unit) || token.closes(Token.Code.hole) {
                hasJoint = true
            } else if token.code != Token.Code.template || token.kind == .symbol {
                return nil
            }
            place += 1
        }
        return nil
    }

    private static func isJoint(_ token: Token, _ unit: CodeUnit) -> Bool {
        if token.isSymbol(UInt8(ascii: "+")) { return true }
        if token.isSymbol(UInt8(ascii: ".")) { return unit.dialect == .php }
        if token.isSymbol(Token.Code.spread) { return unit.dialect == .cFamily }
        return false
    }

    /// Whether a word of a shell is a variable, such as `$ID`; its name isn't text.
    private static func isVariable(_ unit: CodeUnit, _ index: Int) -> Bool {
        let token = unit.tokens[index]
        return token.kind == .word && unit.bytes[token.start] == UInt8(ascii: "$")
    }

    private static func isJoined(after index: Int, in unit: CodeUnit) -> Bool {
        guard let next = unit.token(index + 1) else { return false }
        if unit.dialect == .shell, next.start == unit.tokens[index].end, isVariable(unit, index + 1) { return true }
        if next.opens(Token.Code.hole) { return true }
        if next.closes(Token.Code.template), let after = unit.token(index + 2) { return isJoint(after, unit) }
        return isJoint(next, unit)
    }
}
