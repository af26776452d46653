package enum JSONUnescaping {
    /// Resolves the escapes of a text; an invalid escape becomes the text that it was probably meant to be.
    package static func text(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "\\")) else { return String(decoding: bytes, as: UTF8.self) }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            guard bytes[index] == UInt8(ascii: "\\") else {
                result.append(bytes[index])
                index += 1
                continue
            }
            let escape = JSONEscape(bytes, at: index)
            result += escape.text.utf8
            index += escape.length
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Resolves the escapes of a text, except in its placeholders.
    package static func template(_ bytes: [UInt8], _ range: Range<Int>) -> String {
        PlaceholderScan(bytes).pieces(of: range).reduce(into: "") { text, piece in
            text +=
                piece.isPlaceholder
                ? String(decoding: bytes[piece.range], as: UTF8.self) : self.text(bytes[piece.range])
        }
    }
}
