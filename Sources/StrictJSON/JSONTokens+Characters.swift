import SourceText

extension JSONTokens {
    /// Passes over an escape inside a string.
    package mutating func escape() {
        let start = index
        let escape = JSONEscape(bytes[...], at: start)
        index += escape.length
        guard let problem = escape.problem else { return }
        faults.add(
            escape.isSurrogate ? .loneSurrogate : .badEscape,
            start..<min(index, bytes.count),
            problem,
            escape.replacement.isEmpty ? "remove it" : "write \(escape.replacement)",
            replacement: escape.replacement
        )
        index = min(index, bytes.count)
    }

    /// Passes over a control character inside a string.
    package mutating func controlCharacter() {
        let byte = bytes[index]
        let scalar = Unicode.Scalar(byte)
        let written = String(JSONValue.quoted(String(Character(scalar))).dropFirst().dropLast())
        faults.add(
            .controlCharacter,
            index..<index + 1,
            byte == 0x09
                ? "a tab inside a text, which JSON takes only as an escape"
                : "control character \(scalar.codePoint) inside a text, which JSON takes only as an escape",
            "write \(written)",
            replacement: written
        )
        index += 1
    }

    /// Passes over a character outside ASCII inside a string.
    package mutating func wideCharacter(_ string: inout OpenString) {
        guard let length = TextEncoding.length(of: bytes, at: index) else { return notUTF8() }
        let isQuote = JSONQuotes.closing(.double, in: bytes, at: index) != nil
        if isQuote, string.curly == nil, string.lineBreak == nil,
            JSONQuotes.isStructural(bytes, after: index + length, among: JSONQuotes.afterString)
        {
            string.curly = index..<index + length
        }
        index += length
    }

    /// Passes over bytes that are no character, up to the next that are.
    package mutating func notUTF8() {
        let start = index
        repeat { index += 1 } while index < bytes.count && TextEncoding.length(of: bytes, at: index) == nil
        let digits = String(bytes[start], radix: 16, uppercase: true)
        faults.add(
            .invalidUTF8,
            start..<index,
            "byte 0x\(digits) is no character of UTF-8, the encoding of JSON",
            "save the text as UTF-8",
            replacement: "\u{FFFD}"
        )
    }
}
