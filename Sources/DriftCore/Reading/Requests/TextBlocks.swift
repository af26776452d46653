/// The blocks of code in a text, between lines of ``` or ~~~, as pages, chats and issues have them.
struct TextBlocks {
    /// The bytes of each block, without the lines that open and close it.
    private(set) var blocks: [Range<Int>] = []

    /// The bytes between and around the blocks.
    private(set) var rest: [Range<Int>] = []

    /// Finds the blocks; a fence may stand behind blanks or the `>` of a quotation.
    init(_ bytes: [UInt8]) {
        var (open, mark, start, outside): (Int?, UInt8, Int, Int) = (nil, 0, 0, 0)
        while start < bytes.count {
            let next = (bytes[start...].firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
            let line = bytes[start..<next].drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
            let sign = line.first ?? 0
            let isFence =
                (sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~")) && line.prefix(3).count { $0 == sign } == 3
            if isFence, let first = open, sign == mark {
                blocks.append(first..<start)
                (open, outside) = (nil, next)
            } else if isFence, open == nil, !line.dropFirst(3).contains(UInt8(ascii: "`")) {
                rest.append(outside..<start)
                (open, mark) = (next, sign)
            }
            start = next
        }
        if let open { blocks.append(open..<bytes.count) } else { rest.append(outside..<bytes.count) }
    }
}
