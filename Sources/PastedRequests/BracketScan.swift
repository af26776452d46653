/// Finds where an object or an array ends, as far as its brackets and double quotes tell.
package struct BracketScan {
    private let bytes: [UInt8]

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Just past the bracket that closes the one at a byte; nil where none does before a limit, or before the end.
    package func end(at start: Int, before limit: Int? = nil) -> Int? {
        let limit = limit ?? bytes.count
        var (depth, index, isInString) = (0, start, false)
        while index < limit {
            switch bytes[index] {
            case UInt8(ascii: "\\") where isInString: index += 1
            case UInt8(ascii: "\""): isInString.toggle()
            case UInt8(ascii: "{") where !isInString, UInt8(ascii: "[") where !isInString: depth += 1
            case UInt8(ascii: "}") where !isInString, UInt8(ascii: "]") where !isInString:
                depth -= 1
                if depth == 0 { return index + 1 }
            default: break
            }
            index += 1
        }
        return nil
    }
}
