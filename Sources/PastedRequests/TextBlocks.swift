/// The code blocks of a text, between lines of ``` or ~~~, or between tags such as Jira's `{code}`.
package struct TextBlocks {
    /// The range of each block, without the lines that open and close it.
    package private(set) var blocks: [Range<Int>] = []

    /// The ranges between and around the blocks.
    package private(set) var rest: [Range<Int>] = []

    /// Finds the blocks; blanks or a quotation's `>` may come before a fence.
    package init(_ bytes: [UInt8]) {
        var (open, mark, start, outside): (Int?, UInt8, Int, Int) = (nil, 0, 0, 0)
        var triesLeft = 256
        while start < bytes.count {
            let next = (bytes[start...].firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
            let line = bytes[start..<next].drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
            if line.first == UInt8(ascii: "{") || line.first == UInt8(ascii: "[") { triesLeft -= 1 }
            if open == nil, triesLeft > 0, let block = Self.tagged(bytes, at: line.startIndex) {
                rest.append(outside..<start)
                blocks.append(block.content)
                start = max(block.end, start + 1)
                outside = start
                continue
            }
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

    /// The tags around code blocks in Jira and in forums.
    private static let tags = [("{code", "}", "{code}"), ("{noformat", "}", "{noformat}"), ("[code", "]", "[/code]")]

    package static func opensTag(_ bytes: [UInt8], at start: Int) -> Bool { tagged(bytes, at: start) != nil }

    /// The block that a tag at a byte opens, and the end of the block's closing tag, or `nil` if no tag opens a block.
    private static func tagged(_ bytes: [UInt8], at start: Int) -> (content: Range<Int>, end: Int)? {
        guard start < bytes.count, bytes[start] == UInt8(ascii: "{") || bytes[start] == UInt8(ascii: "[") else {
            return nil
        }
        for (opening, bracket, closing) in tags where bytes[start...].starts(with: opening.utf8) {
            let name = start + opening.utf8.count
            guard name < bytes.count, bytes[name] == bracket.utf8.first || [0x3A, 0x3D].contains(bytes[name]),
                let end = bytes[name...].prefix(120).end(of: Array(bracket.utf8)),
                let close = bytes[end...].firstRange(of: Array(closing.utf8))
            else { continue }
            return (end..<close.lowerBound, close.upperBound)
        }
        return nil
    }
}
