/// A body in a program's string template, which doubles literal braces, such as `{{"flowId": "{id}"}}` in Python or C#.
package struct FormatTemplate {
    /// The body with single braces, and `${id}` for each `{id}`.
    package let filled: TakenText

    /// Reads a template, or returns `nil` if the text isn't one.
    ///
    /// Every literal brace must be doubled, and there must be a placeholder in single braces; otherwise the text is a
    /// body with superfluous braces.
    package init?(_ text: TakenText) {
        let bytes = text.bytes
        let start = bytes.firstIndex { $0 > 0x20 } ?? 0
        guard bytes[start...].starts(with: "{{".utf8), PlaceholderScan(bytes).end(at: start) == nil else { return nil }
        var filled = TakenText(at: text.source.lowerBound)
        var (index, plain, count) = (0, 0, 0)
        func isDouble(_ brace: UInt8) -> Bool { index + 1 < bytes.count && bytes[index + 1] == brace }
        while index < bytes.count {
            let byte = bytes[index]
            guard byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") else {
                index += 1
                continue
            }
            filled.append(text[plain..<index])
            if isDouble(byte) {
                filled.append(text[index..<index + 1])
                index += 2
            } else {
                guard byte == UInt8(ascii: "{"), let end = Self.end(of: bytes, from: index) else { return nil }
                let name = String(decoding: bytes[index..<end], as: UTF8.self)
                filled.append("$" + name, for: text[index..<end].source, .none)
                index = end
                count += 1
            }
            plain = index
        }
        filled.append(text[plain..<bytes.count])
        guard count > 0 else { return nil }
        self.filled = filled
    }

    /// The index just past the placeholder that starts at a brace, such as `{id}`, `{call.id!r}` or `{0}`, or `nil` if
    /// none starts there.
    private static func end(of bytes: [UInt8], from start: Int) -> Int? {
        let rest = bytes[(start + 1)...].prefix(80)
        guard let close = rest.firstIndex(of: UInt8(ascii: "}")), close > start + 1 else { return nil }
        let signs = Set("_.[]!:'()".utf8)
        return rest[..<close].allSatisfy { $0.isASCIILetterOrDigit || signs.contains($0) } ? close + 1 : nil
    }
}
