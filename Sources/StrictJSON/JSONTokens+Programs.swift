import SourceText

extension JSONTokens {
    /// Whether a value may stand here, so that what a program writes in its place is meant as one.
    private var mayBeValue: Bool {
        switch last {
        case .colon, .openArray: true
        case .separator: index > 0 && bytes[index - 1] != UInt8(ascii: ";")
        case .comma: openTuples > 0
        default: false
        }
    }

    /// Takes the bracket that opens a tuple of Python, `('a', 'b')`, which is an array in JSON.
    package mutating func tupleToken() -> JSONToken? {
        guard mayBeValue, let end = endOfBrackets(from: index), holdsComma(index..<end) else { return nil }
        faults.add(
            .foreignLiteral,
            index..<index + 1,
            "a tuple stands here, which only Python has",
            "write an array, between '[' and ']'"
        )
        openTuples += 1
        index += 1
        return JSONToken(kind: .openArray, range: index - 1..<index)
    }

    /// Takes the bracket that closes a tuple.
    package mutating func endOfTuple() -> JSONToken {
        openTuples -= 1
        index += 1
        return JSONToken(kind: .closeArray, range: index - 1..<index)
    }

    /// Takes a call that a program makes to get a value, as `datetime.date(2026, 1, 1)` or `new Date()`.
    package mutating func callToken() -> JSONToken? {
        guard allowsPlaceholders, mayBeValue, bytes[index].isASCIILetterOrDigit || bytes[index] == UInt8(ascii: "_"),
            !(0x30...0x39).contains(bytes[index])
        else { return nil }
        var open = index
        if bytes[open...].starts(with: "new ".utf8) { open += 4 }
        while open < bytes.count, bytes[open].isASCIILetterOrDigit || "_.".utf8.contains(bytes[open]) { open += 1 }
        guard open < bytes.count, bytes[open] == UInt8(ascii: "("), let end = endOfBrackets(from: open) else {
            return nil
        }
        let range = index..<end
        let shown = Shown.text(text(range))
        faults.add(
            .foreignLiteral,
            range,
            "'\(shown)' is a call that a program makes; JSON has values only",
            "write the value that it gives"
        )
        index = end
        var token = rewritten(JSONValue.quoted("<\(text(range))>"), range, as: .placeholder)
        token.holdsPlaceholder = true
        return token
    }

    /// Just past the bracket that closes the one at a byte; nil where none does nearby.
    private func endOfBrackets(from start: Int) -> Int? {
        var (depth, quote, position): (Int, UInt8?, Int) = (0, nil, start)
        let limit = min(bytes.count, start + 2000)
        while position < limit {
            let byte = bytes[position]
            if let open = quote {
                if byte == UInt8(ascii: "\\") { position += 1 } else if byte == open { quote = nil }
            } else {
                switch byte {
                case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
                case UInt8(ascii: "("): depth += 1
                case UInt8(ascii: ")"):
                    depth -= 1
                    if depth == 0 { return position + 1 }
                default: break
                }
            }
            position += 1
        }
        return nil
    }

    private func holdsComma(_ range: Range<Int>) -> Bool { bytes[range].contains(UInt8(ascii: ",")) }
}
