/// Adds brackets around YAML mappings and lists that only indentation shows; the brackets have no width.
struct YAMLBlocks {
    private var result: [Token] = []
    /// The blocks that are still open, each with its column and the token of its bracket.
    private var stack: [(column: Int, isList: Bool, token: Int)] = []

    /// The tokens with brackets for each block.
    static func withBrackets(_ tokens: [Token], _ bytes: [UInt8]) -> [Token] {
        var blocks = YAMLBlocks()
        var flowEnd = -1
        var line = 0
        for (index, token) in tokens.enumerated() {
            if token.isFirstOnLine { line = token.start }
            if index > flowEnd {
                let column =
                    token.isFirstOnLine
                    ? Self.column(token.start, bytes) : Self.column(line, bytes) + token.start - line
                blocks.enter(token, index, column, tokens, bytes)
                if token.kind == .open, token.partner > index { flowEnd = token.partner }
            }
            blocks.append(token, index)
        }
        blocks.close(to: -1, at: tokens.last?.end ?? 0)
        return blocks.fixed(tokens.count)
    }

    /// The new index of each token, to correct the partners of the brackets that the text itself has.
    private var places: [Int] = []

    private mutating func append(_ token: Token, _ index: Int) {
        places.append(result.count)
        result.append(token)
    }

    private mutating func enter(_ token: Token, _ index: Int, _ column: Int, _ tokens: [Token], _ bytes: [UInt8]) {
        if token.isFirstOnLine, bytes[token.content].elementsEqual("---".utf8) {
            return close(to: -1, at: tokens[max(index - 1, 0)].end)
        }
        let last = index > 0 ? tokens[index - 1] : nil
        let isDash = token.isSymbol(UInt8(ascii: "-"))
        let beginsLine = token.isFirstOnLine || last?.isSymbol(UInt8(ascii: "-")) ?? false
        let isKey =
            (token.kind == .word || token.kind == .string) && index + 1 < tokens.count
            && tokens[index + 1].isSymbol(UInt8(ascii: ":"))
        guard beginsLine, isDash || isKey else { return }
        close(to: column, at: last?.end ?? 0)
        if isKey, let top = stack.last, top.isList, top.column == column { closeLast(at: last?.end ?? 0) }
        if let top = stack.last, top.column == column, top.isList == isDash {
            add(.symbol, UInt8(ascii: ","), at: token.start)
        } else {
            stack.append((column, isDash, result.count))
            add(.open, isDash ? UInt8(ascii: "[") : UInt8(ascii: "{"), at: token.start)
        }
    }

    private mutating func add(_ kind: Token.Kind, _ code: UInt8, at place: Int) {
        result.append(Token(kind: kind, code: code, start: place, end: place, content: place..<place))
    }

    /// Closes the blocks that are indented deeper than a column.
    private mutating func close(to column: Int, at place: Int) {
        while let top = stack.last, top.column > column { closeLast(at: place) }
    }

    private mutating func closeLast(at place: Int) {
        guard let top = stack.popLast() else { return }
        result[top.token].partner = -2 - result.count
        add(.close, top.isList ? UInt8(ascii: "]") : UInt8(ascii: "}"), at: place)
    }

    /// The tokens with the partners of all brackets.
    private func fixed(_ count: Int) -> [Token] {
        var tokens = result
        for index in tokens.indices {
            let partner = tokens[index].partner
            if partner <= -2 {
                tokens[index].partner = -2 - partner
            } else if partner >= 0 {
                tokens[index].partner = places[partner]
            }
        }
        return tokens
    }

    private static func column(_ start: Int, _ bytes: [UInt8]) -> Int {
        var place = start
        while place > 0, start - place < 400, bytes[place - 1] != 0x0a, bytes[place - 1] != 0x0d { place -= 1 }
        return start - place
    }
}
