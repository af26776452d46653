extension YAMLShortcut {
    /// Takes a scalar or a flow collection that stands on one line.
    mutating func takeFlow(isInFlow: Bool, depth: Int) throws(Detour) {
        switch next {
        case UInt8(ascii: "{"): try takeFlowCollection(.mapping, until: UInt8(ascii: "}"), depth: depth)
        case UInt8(ascii: "["): try takeFlowCollection(.sequence, until: UInt8(ascii: "]"), depth: depth)
        default: try takeScalar(isInFlow: isInFlow)
        }
    }

    private mutating func takeFlowCollection(
        _ kind: YAMLRecord.Kind,
        until end: UInt8,
        depth: Int
    ) throws(Detour) {
        let record = try begin(kind, depth: depth)
        var children = 0
        index += 1
        skipBlanks()
        while next != end || children > 0 {
            if kind == .mapping {
                try takeScalar(isInFlow: true)
                guard next == UInt8(ascii: ":"), byte(at: index + 1) == Self.blank else { throw Detour() }
                index += 1
                skipBlanks()
                children += 1
            }
            try takeFlow(isInFlow: true, depth: depth + 1)
            children += 1
            skipBlanks()
            if next == end { break }
            guard next == UInt8(ascii: ",") else { throw Detour() }
            index += 1
            skipBlanks()
        }
        index += 1
        try finish(record, children: children, at: mark(at: index))
    }

    /// Takes a scalar that stands on one line.
    mutating func takeScalar(isInFlow: Bool) throws(Detour) {
        switch next {
        case UInt8(ascii: "\""): try takeQuoted(UInt8(ascii: "\""))
        case UInt8(ascii: "'"): try takeQuoted(UInt8(ascii: "'"))
        default: try takePlain(isInFlow: isInFlow)
        }
    }

    /// Takes a quoted scalar in which nothing is escaped.
    private mutating func takeQuoted(_ quote: UInt8) throws(Detour) {
        let start = index
        index += 1
        while next != quote {
            guard next != Self.newline, next != UInt8(ascii: "\\") || quote == UInt8(ascii: "'") else { throw Detour() }
            index += 1
        }
        index += 1
        guard next != quote else { throw Detour() }
        addScalar(start + 1..<index - 1, isPlain: false, from: start, to: index)
    }

    /// Takes a plain scalar, up to where it ends on this line.
    private mutating func takePlain(isInFlow: Bool) throws(Detour) {
        let start = index
        guard Self.mayStartPlain(next) || next == UInt8(ascii: "-") && Self.isWord(byte(at: index + 1)) else {
            throw Detour()
        }
        // Three of them, or three dots, may end a document.
        guard column > 0 || Self.isWord(next) else { throw Detour() }
        repeat {
            index += 1
            while index < bytes.count, !Self.mayEndPlain(bytes[index]) { index += 1 }
        } while try goesOn(isInFlow: isInFlow)
        var end = index
        while bytes[end - 1] == Self.blank { end -= 1 }
        // A key stands close to its colon.
        guard end == index || next != UInt8(ascii: ":"), end - start < 1000 else { throw Detour() }
        index = end
        addScalar(start..<end, isPlain: true, from: start, to: end)
    }

    /// Whether the next byte is part of a plain scalar.
    private func goesOn(isInFlow: Bool) throws(Detour) -> Bool {
        guard Self.mayEndPlain(next) else { return true }
        switch next {
        case Self.newline: return false
        case UInt8(ascii: "#"): return byte(at: index - 1) != Self.blank
        case UInt8(ascii: ":"):
            let after = byte(at: index + 1)
            guard after != Self.blank, after != Self.newline else { return false }
            guard !isInFlow || Self.isWord(after) || after == UInt8(ascii: "/") else { throw Detour() }
            return true
        case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
            return !isInFlow
        case UInt8(ascii: "?") where isInFlow: throw Detour()
        default: return true
        }
    }

    /// Whether a byte is one that may end a plain scalar: a bit for each character of ASCII tells.
    private static func mayEndPlain(_ byte: UInt8) -> Bool {
        // Newline, #, comma, colon, ?, and behind the first 64 the brackets and braces.
        let low: UInt64 = 1 << 10 | 1 << 35 | 1 << 44 | 1 << 58 | 1 << 63
        let high: UInt64 = 1 << 27 | 1 << 29 | 1 << 59 | 1 << 61
        return (byte < 64 ? low >> UInt64(byte) : high >> UInt64(byte &- 64)) & 1 == 1
    }

    /// Whether a byte may start a plain scalar, whatever follows it.
    private static func mayStartPlain(_ byte: UInt8) -> Bool {
        isWord(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "$")
    }

    /// Whether a byte is an ASCII letter or digit, or `_`.
    private static func isWord(_ byte: UInt8) -> Bool {
        byte | 0x20 &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "_")
    }
}
