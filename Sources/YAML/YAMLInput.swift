internal import CYAML

/// The bytes of a text, which are only searched to explain an error.
struct YAMLInput {
    /// The bytes as given, including a byte-order mark.
    let bytes: UnsafeBufferPointer<UInt8>

    /// The byte-order mark of UTF-8, which doesn't count as a column.
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The name of an encoding other than UTF-8 that the first bytes indicate, or `nil` if they don't indicate one.
    var foreignEncoding: String? {
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return "UTF-32" }
        return bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) ? "UTF-16" : nil
    }

    /// Where the first directive beyond the limit starts, or `nil` if the text doesn't exceed the limit.
    func directive(beyond limit: Int) -> Int? {
        var directives = 0
        var next = bytes[...]
        while let base = UnsafeBufferPointer(rebasing: next).baseAddress,
            let found = memchr(base, Int32(UInt8(ascii: "%")), next.count)
        {
            let offset = next.startIndex + (UnsafeRawPointer(found) - UnsafeRawPointer(base))
            if offset == start || isLineEnd(offset - 1) { directives += 1 }
            guard directives <= limit else { return offset }
            next = bytes[(offset + 1)...]
        }
        return nil
    }

    func offset(of mark: yaml_mark_t) -> Int {
        var offset = start
        var scalars = mark.index
        while offset < bytes.count, scalars > 0 {
            offset += 1
            while offset < bytes.count, isContinuation(offset) { offset += 1 }
            scalars -= 1
        }
        return offset
    }

    /// The position of a byte; all bytes before it must be valid UTF-8.
    func position(of offset: Int) -> Position {
        var position = Position(line: 1, column: 1)
        for index in start..<max(start, min(offset, bytes.count)) {
            if isLineEnd(index) {
                position = Position(line: position.line + 1, column: 1)
            } else if !isContinuation(index) {
                position.column += 1
            }
        }
        return position
    }

    /// Converts a mark of libyaml to a position.
    ///
    /// libyaml puts the end of a text on the next line, even if no newline ends the text.
    func position(of mark: yaml_mark_t) -> Position {
        offset(of: mark) == bytes.count ? position(of: bytes.count) : Position(mark)
    }

    /// Where the character that contains a byte starts; the character may be truncated.
    func characterStart(at offset: Int) -> Int {
        let earliest = max(start, offset - 3)
        let lead = (earliest..<max(earliest, offset)).last { !isContinuation($0) }
        guard let lead, bytes[lead] >= 0b1100_0000, offset - lead < length(of: bytes[lead]) else { return offset }
        return lead
    }

    /// The first tab in the indentation of the line that contains a byte, or `nil` if there is none.
    func indentingTab(before offset: Int) -> Int? {
        var lineStart = min(offset, bytes.count)
        while lineStart > start, !isLineEnd(lineStart - 1) { lineStart -= 1 }
        let blanks = bytes[lineStart...].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        return blanks.firstIndex(of: UInt8(ascii: "\t"))
    }

    /// The character at a byte, or `nil` at the end of the text.
    func character(at offset: Int) -> Character? {
        bytes.indices.contains(offset) ? String(decoding: bytes[offset...].prefix(16), as: UTF8.self).first : nil
    }

    private var start: Int { bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0 }

    /// The number of bytes in a character, from its first byte.
    private func length(of lead: UInt8) -> Int { (~lead).leadingZeroBitCount }

    private func isContinuation(_ offset: Int) -> Bool { bytes[offset] & 0b1100_0000 == 0b1000_0000 }

    private func isLineEnd(_ offset: Int) -> Bool {
        let isBeforeNewline = offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "\n")
        return bytes[offset] == UInt8(ascii: "\n") || bytes[offset] == UInt8(ascii: "\r") && !isBeforeNewline
    }
}
