import SourceText

/// JSON in a string, which may have holes: expressions whose values the program fills in.
struct EmbeddedJSON {
    let unit: CodeUnit
    /// The index just past the string's tokens.
    let end: Int

    /// Reads the string that begins at a token, or returns `nil` if the string has no launch's body.
    init?(_ unit: CodeUnit, at index: Int) {
        let token = unit.tokens[index]
        let isTemplate = token.opens(Token.Code.template)
        guard token.kind == .string || isTemplate else { return nil }
        // A piece of a template is read with the template, and a string joined to another with that other string.
        if index > 0 {
            let before = unit.tokens[index - 1]
            if !isTemplate, before.opens(Token.Code.template) || before.closes(Token.Code.hole) { return nil }
            if unit.dialect == .shell, before.end == token.start, before.kind == .string { return nil }
            if before.isSymbol(UInt8(ascii: "+")) || unit.dialect == .php && before.isSymbol(UInt8(ascii: ".")) {
                return nil
            }
        }
        guard Self.mayHoldObject(unit, index) else { return nil }
        end = Self.end(unit, index)
        let whole = token.start..<unit.tokens[end - 1].end
        guard whole.count > 12, whole.count < 1 << 20, Self.keys.contains(where: { unit.bytes[whole].holds($0) }) else {
            return nil
        }
        var bytes: [UInt8] = []
        var segments: [CodeUnit.Segment] = []
        var place = index
        // In `$$"""…"""`, a single brace is literal.
        let isDoubled = unit.bytes[whole].starts(with: "$$".utf8)
        while place < end {
            let piece = unit.tokens[place]
            defer { place = piece.opens(Token.Code.hole) ? unit.after(place) : place + 1 }
            if piece.kind == .string {
                var decoded = Unescaping.bytes(of: unit.bytes[piece.content], piece.escape)
                if isTemplate, !isDoubled, unit.dialect == .python || unit.dialect == .csharp {
                    decoded = Self.withSingleBraces(decoded)
                }
                Self.append(decoded, to: &bytes, &segments, unit)
            } else if piece.opens(Token.Code.hole) || piece.kind == .word && bytes.last != 1 {
                segments.append(
                    CodeUnit.Segment(start: bytes.count, origin: unit.origin(of: piece.start), isPlain: false)
                )
                bytes.append(1)
            }
        }
        guard let language = ScannedLanguage(word: "json") else { return nil }
        // Text before the object, such as a command, isn't JSON.
        let start = bytes.firstIndex(of: UInt8(ascii: "{")) ?? 0
        self.unit = CodeUnit(file: unit.file, bytes: bytes, from: start, segments: segments, language: language)
    }

    /// Whether a string has an opening brace, or is a template.
    private static func mayHoldObject(_ unit: CodeUnit, _ index: Int) -> Bool {
        unit.tokens[index].kind == .open || unit.bytes[unit.tokens[index].content].contains(UInt8(ascii: "{"))
    }

    /// The index just past a string and the strings and expressions that are joined to it.
    private static func end(_ unit: CodeUnit, _ index: Int) -> Int {
        var end = unit.after(index)
        for _ in 0..<200 {
            if unit.dialect == .shell, let next = unit.token(end), next.start == unit.tokens[end - 1].end,
                next.kind == .string || next.kind == .word || next.opens(Token.Code.template)
            {
                end = unit.after(end)
                continue
            }
            guard let joint = unit.token(end), isJoint(joint, unit) else { break }
            var next = end + 1
            while next < unit.tokens.count, next < end + 16, !unit.isString(next),
                !unit.tokens[next].opens(Token.Code.template)
            {
                let token = unit.tokens[next]
                guard token.kind != .close, !token.isSymbol(UInt8(ascii: ";")), !token.isSymbol(UInt8(ascii: ","))
                else { return end }
                next = unit.after(next)
            }
            guard next < unit.tokens.count, next == end + 1 || isJoint(unit.tokens[next - 1], unit),
                unit.isString(next) || unit.tokens[next].opens(Token.Code.template)
            else { break }
            end = unit.after(next)
        }
        return end
    }

    private static func isJoint(_ token: Token, _ unit: CodeUnit) -> Bool {
        token.isSymbol(UInt8(ascii: "+")) || unit.dialect == .php && token.isSymbol(UInt8(ascii: "."))
    }

    /// Replaces each doubled brace by one; a string with `{…}` holes doubles its literal braces.
    private static func withSingleBraces(_ text: (bytes: [UInt8], offsets: [Int])) -> (bytes: [UInt8], offsets: [Int]) {
        var result: (bytes: [UInt8], offsets: [Int]) = ([], [])
        var index = 0
        while index < text.bytes.count {
            let byte = text.bytes[index]
            result.bytes.append(byte)
            result.offsets.append(text.offsets[index])
            let isBrace = byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")
            index += isBrace && index + 1 < text.bytes.count && text.bytes[index + 1] == byte ? 2 : 1
        }
        return result
    }

    private static func append(
        _ decoded: (bytes: [UInt8], offsets: [Int]),
        to bytes: inout [UInt8],
        _ segments: inout [CodeUnit.Segment],
        _ unit: CodeUnit
    ) {
        var expected = -1
        for (byte, offset) in zip(decoded.bytes, decoded.offsets) {
            let origin = unit.origin(of: offset)
            if origin != expected { segments.append(CodeUnit.Segment(start: bytes.count, origin: origin)) }
            bytes.append(byte)
            expected = origin + 1
        }
    }

    private static let keys = ["flowId", "inputData", "flow_id", "inputOutputData"].map { Array($0.utf8) }
}
