import SourceText
import StrictJSON

extension ShellLexer {
    /// Whether an object or array begins at a byte, blanks aside; a placeholder such as `{{host}}` is neither.
    package func beginsBody(at start: Int) -> Bool {
        guard let first = bytes[start...].firstIndex(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else {
            return false
        }
        return (bytes[first] == UInt8(ascii: "{") || bytes[first] == UInt8(ascii: "["))
            && PlaceholderScan(bytes).end(at: first) == nil
    }

    /// Whether a single quote inside a body is an apostrophe: a letter follows it, and no bracket stands before it.
    package func isApostrophe(at index: Int) -> Bool {
        guard index + 1 < bytes.count, index > 0 else { return false }
        let next = bytes[index + 1]
        let isLetter = next.isASCIILetterOrDigit || next == 0x20 && bytes[index - 1].isASCIILetterOrDigit
        return isLetter && !endsBody(before: index)
    }

    /// Whether a closing bracket stands before a byte, blanks aside.
    package func endsBody(before end: Int) -> Bool {
        var index = end - 1
        while index > 0, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index -= 1 }
        return index >= 0 && (bytes[index] == UInt8(ascii: "}") || bytes[index] == UInt8(ascii: "]"))
    }

    /// Whether a word may end before a byte.
    package func isWordEnd(at index: Int) -> Bool {
        guard index < bytes.count else { return true }
        return [0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ";"), UInt8(ascii: "|")].contains(bytes[index])
    }

    /// The closing quote of a body in double quotes whose own quotes are not escaped; nil for another text.
    package mutating func bodyEnd(inDoubleQuotes start: Int) -> Int? {
        guard
            start >= hopeless[.rawBody] ?? 0,
            beginsBody(at: start),
            let quote = bytes[start...].firstIndex(of: UInt8(ascii: "\"")),
            bytes[start..<quote].allSatisfy({
                [0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "{"), UInt8(ascii: "[")].contains($0)
            }),
            !isWordEnd(at: quote + 1), bytes[quote + 1] != UInt8(ascii: "\"")
        else { return nil }
        var index = quote + 1
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\""), endsBody(before: index), isWordEnd(at: index + 1) { return index }
            index += 1
        }
        hopeless[.rawBody] = index
        return nil
    }

    /// Takes a body that stands in no quotes at all, which a shell cuts at its blanks and quotes.
    package mutating func unquotedBody(_ word: inout ShellWord) {
        guard index < bytes.count, bytes[index] == UInt8(ascii: "{") || bytes[index] == UInt8(ascii: "["),
            PlaceholderScan(bytes).end(at: index) == nil
        else { return }
        let start = index
        // Where its quotes are escaped one by one, a shell takes it as it was meant, if it has no blanks.
        let quote = bytes[start...].prefix { $0 > 0x20 }.firstIndex(of: UInt8(ascii: "\""))
        if let quote, bytes[quote - 1] == UInt8(ascii: "\\") { return }
        index = BracketScan(bytes).end(at: start) ?? bytes.count
        word.isQuoted = true
        word.text.append(start..<index, of: bytes, .none)
        let signs = [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ",")]
        guard bytes[start..<index].contains(where: { $0 <= 0x20 || signs.contains($0) }) else { return }
        faults.add(
            .unquotedBody,
            start..<start + 1,
            "the body stands in no quotes, so a shell takes its quotes off and cuts it at its blanks",
            isCommandPrompt ? "put it in double quotes, and write \\\" for each inside it" : "put it in single quotes"
        )
    }

    /// Takes a body in double quotes as it stands, its own quotes too.
    package mutating func rawBody(_ word: inout ShellWord, _ open: Int, _ end: Int) {
        faults.add(
            .unescapedQuote,
            open..<open + 1,
            "the double quotes inside the body end those around it",
            isCommandPrompt ? "write \\\" for each inside the body" : "put the body in single quotes"
        )
        word.text.append(open + 1..<end, of: bytes, .none)
        index = end + 1
    }
}
