/// Takes the carets of cmd.exe out of a text, as browsers write them when they copy a request.
///
/// Source: Chromium, NetworkLogView: every character that cmd.exe may take for its own has a caret before it, and a
/// line that goes on ends with one.
package enum CaretText {
    /// The text as cmd.exe hands it on, with its places; nil where no command is written with carets before quotes.
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
            // What follows a caret, or the line end behind one, has no meaning of its own.
            let length = next < bytes.count ? TextEncoding.length(of: bytes, at: next) ?? 1 : 0
            text.append(String(decoding: bytes[next..<next + length], as: UTF8.self), for: index..<next + length, .none)
            index = next + length
            start = index
        }
        text.append(start..<bytes.count, of: bytes, .none)
        return PastedSource(text, in: source)
    }
}
