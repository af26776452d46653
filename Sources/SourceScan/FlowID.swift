/// Recognizes the form of a flow's id.
enum FlowID {
    /// Whether a text is a UUID.
    static func isID(_ text: some Collection<UInt8>) -> Bool {
        guard text.count == 36 else { return false }
        for (offset, byte) in text.enumerated() {
            let isDash = offset == 8 || offset == 13 || offset == 18 || offset == 23
            let isHex = byte.isASCIIDigit || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f"))
            guard isDash ? byte == UInt8(ascii: "-") : isHex else { return false }
        }
        return true
    }
}

extension String {
    /// The first range of a text in this string, without Foundation.
    func range(of text: String, in range: Range<Index>? = nil) -> Range<Index>? {
        var start = range?.lowerBound ?? startIndex
        let end = range?.upperBound ?? endIndex
        while start < end {
            if self[start..<end].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}
