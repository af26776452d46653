import SourceText

/// A file's text as UTF-8, and the line and column of each byte in it.
struct DecodedText: Sendable {
    /// The text, without a byte order mark.
    let bytes: [UInt8]

    /// Whether the file has bytes that don't occur in text.
    let isBinary: Bool

    private let lineStarts: [Int]
    /// The number of scalars before each block of 256 bytes, or empty for ASCII.
    private let scalars: [Int]

    /// Decodes UTF-8 or UTF-16, and treats each byte that isn't UTF-8 as a Latin-1 character.
    init(_ file: [UInt8]) {
        // A binary file may have many megabytes, so it isn't decoded.
        let isProgram = !Self.isUTF16(file) && file.prefix(8192).contains(0)
        let text = isProgram ? [] : Self.decoded(file)
        bytes = text
        isBinary = isProgram || text.prefix(8192).contains(0)
        var starts = [0]
        var isASCII = true
        for (index, byte) in text.enumerated() {
            if byte == 0x0a || (byte == 0x0d && (index + 1 == text.count || text[index + 1] != 0x0a)) {
                starts.append(index + 1)
            }
            if byte >= 0x80 { isASCII = false }
        }
        lineStarts = starts
        scalars = isASCII ? [] : Self.counts(text)
    }

    /// The length of the longest line in bytes.
    var longestLine: Int {
        var longest = bytes.count - (lineStarts.last ?? 0)
        for (start, next) in zip(lineStarts, lineStarts.dropFirst()) { longest = max(longest, next - start) }
        return longest
    }

    /// The start of the line that contains a byte.
    func lineStart(of offset: Int) -> Int { lineStarts[line(of: offset)] }

    /// The line and column of a byte.
    func position(_ offset: Int) -> Position {
        let line = line(of: offset)
        let start = lineStarts[line]
        let column = scalars.isEmpty ? offset - start : count(before: offset) - count(before: start)
        return Position(line: line + 1, column: column + 1)
    }

    private func line(of offset: Int) -> Int {
        var (low, high) = (0, lineStarts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    private func count(before offset: Int) -> Int {
        let block = offset / 256
        return scalars[block] + Self.count(bytes[(block * 256)..<offset])
    }

    private static func count(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $0 + ($1 & 0xc0 != 0x80 ? 1 : 0) }
    }

    private static func counts(_ text: [UInt8]) -> [Int] {
        var counts = [0]
        var start = 0
        while start < text.count {
            let end = min(start + 256, text.count)
            counts.append((counts.last ?? 0) + count(text[start..<end]))
            start = end
        }
        return counts
    }

    /// Whether the first bytes are those of UTF-16, with or without a byte order mark.
    private static func isUTF16(_ file: [UInt8]) -> Bool {
        guard file.count >= 2 else { return false }
        if file[0] == 0xff && file[1] == 0xfe || file[0] == 0xfe && file[1] == 0xff { return true }
        return file.count >= 4 && (file[0] == 0) == (file[2] == 0) && (file[1] == 0) == (file[3] == 0)
            && (file[0] == 0) != (file[1] == 0)
    }

    private static func decoded(_ file: [UInt8]) -> [UInt8] {
        if file.starts(with: [0xef, 0xbb, 0xbf]) { return latinRepaired(Array(file.dropFirst(3))) }
        if file.starts(with: [0xff, 0xfe]) { return utf16(file.dropFirst(2), isBigEndian: false) }
        if file.starts(with: [0xfe, 0xff]) { return utf16(file.dropFirst(2), isBigEndian: true) }
        if file.count >= 4, file[0] != 0, file[1] == 0, file[2] != 0, file[3] == 0 {
            return utf16(file[...], isBigEndian: false)
        }
        if file.count >= 4, file[0] == 0, file[1] != 0, file[2] == 0, file[3] != 0 {
            return utf16(file[...], isBigEndian: true)
        }
        return latinRepaired(file)
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt8] {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(isBigEndian ? first << 8 | second : second << 8 | first)
            index += 2
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    private static func latinRepaired(_ file: [UInt8]) -> [UInt8] {
        guard !file.allSatisfy({ $0 < 0x80 }) else { return file }
        var text: [UInt8] = []
        text.reserveCapacity(file.count + file.count / 8)
        var index = 0
        while index < file.count {
            let byte = file[index]
            let length = byte < 0x80 ? 1 : sequenceLength(file, at: index)
            if length == 0 {
                text.append(0xc0 | byte >> 6)
                text.append(0x80 | byte & 0x3f)
                index += 1
            } else {
                text.append(contentsOf: file[index..<(index + length)])
                index += length
            }
        }
        return text
    }

    /// The length of the well-formed UTF-8 sequence at an index, or 0 if there is none.
    private static func sequenceLength(_ file: [UInt8], at index: Int) -> Int {
        let lead = file[index]
        let length =
            lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 0
        guard length > 0, index + length <= file.count else { return 0 }
        for offset in 1..<length where file[index + offset] & 0xc0 != 0x80 { return 0 }
        let second = file[index + 1]
        switch lead {
        case 0xe0 where second < 0xa0, 0xed where second >= 0xa0, 0xf0 where second < 0x90, 0xf4 where second >= 0x90:
            return 0
        default: return length
        }
    }
}
