/// Finds the end of an object or an array, and looks only at brackets and double quotes.
package struct BracketScan {
    private let bytes: [UInt8]

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The index just past the matching bracket, or `nil` if there is none before the limit or the end.
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
