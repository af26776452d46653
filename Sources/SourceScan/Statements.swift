extension CodeUnit {
    /// The tokens of the statement or list element around a token, at most 300 to either side.
    func statement(around index: Int, stopsAtCommas: Bool = false) -> Range<Int> {
        guard tokens.indices.contains(index) else { return index..<index }
        let comma = UInt8(ascii: ",")
        var start = index
        for _ in 0..<300 where start > 0 {
            let before = tokens[start - 1]
            if ends(before) || stopsAtCommas && before.isSymbol(comma)
                || before.kind == .open && before.code != Token.Code.hole && before.code != Token.Code.template
            {
                break
            }
            if breaksByLine, tokens[start].isFirstOnLine, !continuesStatement(start) { break }
            start = before.kind == .close && before.partner >= 0 && before.partner < start ? before.partner : start - 1
        }
        var end = after(index)
        for _ in 0..<300 where end < tokens.count {
            let token = tokens[end]
            if ends(token) || stopsAtCommas && token.isSymbol(comma) { break }
            if token.kind == .close && token.code != Token.Code.hole && token.code != Token.Code.template {
                break
            }
            if breaksByLine, token.isFirstOnLine, !continuesStatement(end) { break }
            end = after(end)
        }
        return start..<min(end, tokens.count)
    }

    /// The name of the variable that an assignment gives a value: the name before the variable's type, if it has one.
    func assignedName(before sign: Int) -> String {
        var place = sign - 1
        while place > 0, place > sign - 9 {
            let token = tokens[place]
            if token.isSymbol(UInt8(ascii: ":")) { return word(place - 1) }
            if token.isFirstOnLine || token.closes(UInt8(ascii: ")")) { break }
            place -= 1
        }
        return word(sign - 1)
    }

    private func ends(_ token: Token) -> Bool {
        token.isSymbol(UInt8(ascii: ";")) || token.closes(UInt8(ascii: "}")) && dialect != .python
    }

    private var breaksByLine: Bool {
        switch dialect {
        case .java, .csharp, .apex, .cFamily, .rust, .php, .dart, .javascript, .markup: false
        default: true
        }
    }

    private func continuesStatement(_ index: Int) -> Bool {
        if tokens[index].isSymbol(UInt8(ascii: ".")) || tokens[index].isSymbol(UInt8(ascii: "|")) { return true }
        // A shell's backslash and an operator at the end of a line both continue it.
        let before = tokens[index - 1]
        if dialect == .shell || dialect == .powershell {
            var place = tokens[index].start - 1
            while place > before.end, place >= 0, bytes[place].isBlank { place -= 1 }
            return place >= before.end && (bytes[place] == UInt8(ascii: "\\") || bytes[place] == UInt8(ascii: "`"))
        }
        return before.kind == .symbol && !before.isSymbol(UInt8(ascii: ":"))
    }

    /// The words of a range of tokens, each with the word before its dot if there is one, at most 300.
    func names(in range: Range<Int>) -> [(name: String, owner: String, index: Int)] {
        var names: [(String, String, Int)] = []
        // A scalar of YAML is a word, and may have any length.
        for index in range.prefix(300) where tokens[index].kind == .word && tokens[index].content.count <= 200 {
            let isMember =
                index > 1
                && (tokens[index - 1].isSymbol(UInt8(ascii: ".")) || tokens[index - 1].isSymbol(Token.Code.scope)
                    || tokens[index - 1].isSymbol(Token.Code.thinArrow))
            names.append((word(index), isMember ? word(index - 2) : "", index))
        }
        return names
    }
}
