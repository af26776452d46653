/// Removes the carets that a browser writes for cmd.exe when it copies a request as a command.
///
/// Source: Chromium, NetworkLogView. A caret precedes each character that is special in cmd.exe, and the end of each
/// line that continues.
package enum CaretText {
    /// The text without carets, with its places, or `nil` if no command has a caret before a double quote.
    package static func plain(_ source: PastedSource) -> PastedSource? {
        let bytes = source.bytes
        guard bytes.holds(Array(" ^\"".utf8)) else { return nil }
        let caret = UInt8(ascii: "^")
        var text = TakenText()
        var (start, index) = (0, 0)
        while index < bytes.count {
            guard bytes[index] == caret else {
                index += 1
                continue
            }
            text.append(start..<index, of: bytes, .none)
            var next = index + 1
            let isLineEnd = next < bytes.count && (bytes[next] == 0x0D || bytes[next] == 0x0A)
            if isLineEnd {
                if bytes[next] == 0x0D { next += 1 }
                if next < bytes.count, bytes[next] == 0x0A { next += 1 }
            }
            // A character after a caret, or after a caret and a line break, is literal.
            let length = next < bytes.count ? TextEncoding.length(of: bytes, at: next) ?? 1 : 0
            text.append(String(decoding: bytes[next..<next + length], as: UTF8.self), for: index..<next + length, .none)
            index = next + length
            start = index
        }
        text.append(start..<bytes.count, of: bytes, .none)
        return PastedSource(text, in: source)
    }
}
