/// Reads a text without libyaml, if the text only uses the part of YAML that nearly all files use.
///
/// That part is block mappings and sequences, flow collections on one line, plain and quoted scalars on one line, and
/// comments, all in ASCII. If a text has anything else, or an error, the shortcut gives up, and libyaml reads the text
/// from the start. So the shortcut has the same result as libyaml, or none; a test compares the two.
struct YAMLShortcut {
    /// The nodes in the order of the text; the texts of scalars are ranges of the bytes.
    private(set) var records: ContiguousArray<YAMLRecord> = []

    let bytes: UnsafeBufferPointer<UInt8>

    /// The index of the next byte to read.
    var index = 0

    private let depth: Int
    private var line: UInt32 = 0
    private var lineStart = 0
    private var keys = YAMLKeys()

    /// Thrown when the shortcut can't read the text.
    struct Detour: Error {}

    /// Reads a whole text, or returns `nil` if libyaml must read it.
    init?(reading bytes: UnsafeBufferPointer<UInt8>, limits: YAMLLimits) {
        guard bytes.count <= min(limits.bytes, 1 << 31), Self.isPlainText(bytes) else { return nil }
        self.bytes = bytes
        depth = min(limits.depth, 64)
        records.reserveCapacity(min(bytes.count / 12, 1 << 16) + 4)
        do throws(Detour) {
            skipToContent()
            guard !isAtEnd, column == 0 else { return nil }
            try takeBlock(depth: 1)
            guard isAtEnd else { return nil }
        } catch {
            return nil
        }
    }

    /// Whether a text consists of lines of printable ASCII characters.
    private static func isPlainText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var isPlain = true
        // Without an early exit, the compiler can vectorize the loop.
        for byte in bytes { isPlain = isPlain && (byte &- 0x20 < 0x5F || byte == newline) }
        return isPlain
    }

    static let newline = UInt8(ascii: "\n")
    static let blank = UInt8(ascii: " ")

    /// The byte at an index, or a newline past the end.
    func byte(at place: Int) -> UInt8 { place < bytes.count ? bytes[place] : Self.newline }

    var next: UInt8 { byte(at: index) }
    var isAtEnd: Bool { index >= bytes.count }

    /// The column of the next byte, counted from 0.
    var column: Int { index - lineStart }

    /// The mark of a byte on the current line.
    func mark(at place: Int) -> YAMLRecord.Mark {
        YAMLRecord.Mark(line: line, column: UInt32(truncatingIfNeeded: place - lineStart))
    }

    /// Where the next node starts; libyaml puts the end of a text at the start of a line.
    private var nextMark: YAMLRecord.Mark {
        isAtEnd && index > lineStart ? YAMLRecord.Mark(line: line + 1, column: 0) : mark(at: index)
    }

    /// Skips blanks on the current line.
    mutating func skipBlanks() {
        while index < bytes.count, bytes[index] == Self.blank { index += 1 }
    }

    /// Skips blanks, empty lines and comments.
    private mutating func skipToContent() {
        while true {
            skipBlanks()
            if isAtEnd { return }
            if bytes[index] == UInt8(ascii: "#") {
                while !isAtEnd, bytes[index] != Self.newline { index += 1 }
                if isAtEnd { return }
            }
            guard bytes[index] == Self.newline else { return }
            index += 1
            line += 1
            lineStart = index
        }
    }

    /// Skips blanks and a comment after a value, and the lines up to the next content.
    private mutating func finishLine() throws(Detour) {
        let end = index
        skipBlanks()
        guard next == Self.newline || next == UInt8(ascii: "#") && index > end else { throw Detour() }
        skipToContent()
    }

    mutating func addScalar(_ text: Range<Int>, isPlain: Bool, from start: Int, to end: Int) {
        let (start, end) = (mark(at: start), mark(at: end))
        add(.scalar, isPlain: isPlain, link: text.lowerBound, count: text.count, from: start, to: end)
    }

    /// Adds a collection that starts at the next byte, and returns the index of the collection's record.
    mutating func begin(_ kind: YAMLRecord.Kind, depth: Int) throws(Detour) -> Int {
        guard depth <= self.depth else { throw Detour() }
        let start = mark(at: index)
        add(kind, isPlain: false, link: 0, count: 0, from: start, to: start)
        return records.count - 1
    }

    /// Adds an empty scalar for a missing value.
    private mutating func addEmpty(at place: YAMLRecord.Mark) {
        add(.scalar, isPlain: true, link: 0, count: 0, from: place, to: place)
    }

    /// Goes back to a byte on the current line, and drops all but the first `count` records.
    private mutating func goBack(to place: Int, records count: Int) {
        index = place
        records.removeLast(records.count - count)
    }

    mutating func finish(_ record: Int, children: Int, at end: YAMLRecord.Mark) throws(Detour) {
        records[record].end = end
        records[record].link = UInt32(truncatingIfNeeded: records.count)
        records[record].count = UInt32(truncatingIfNeeded: children)
        guard records[record].kind == .mapping else { return }
        // libyaml then finds the repeated key again, and reports it.
        do throws(YAMLError) { try keys.check(mapping: record, records: records, text: bytes) } catch { throw Detour() }
    }

    private mutating func add(
        _ kind: YAMLRecord.Kind,
        isPlain: Bool,
        link: Int,
        count: Int,
        from start: YAMLRecord.Mark,
        to end: YAMLRecord.Mark
    ) {
        let record = YAMLRecord(
            kind: kind,
            isPlain: isPlain,
            tag: .none,
            link: UInt32(truncatingIfNeeded: link),
            count: UInt32(truncatingIfNeeded: count),
            start: start,
            end: end
        )
        records.append(record)
    }
}

// MARK: - Blocks

extension YAMLShortcut {
    private mutating func takeBlock(depth: Int) throws(Detour) {
        if isEntry { try takeEntries(depth: depth) } else { try takeMapping(depth: depth) }
    }

    /// Whether an item of a sequence starts at the next byte.
    private var isEntry: Bool { next == UInt8(ascii: "-") && byte(at: index + 1) == Self.blank }

    private mutating func takeMapping(depth: Int) throws(Detour) {
        let indent = column
        let record = try begin(.mapping, depth: depth)
        var children = 0
        repeat {
            try takeKey()
            try takeValue(indent: indent, depth: depth)
            children += 2
        } while !isAtEnd && column == indent
        // A line that is indented more is an error, or continues a plain scalar.
        guard isAtEnd || column < indent else { throw Detour() }
        try finish(record, children: children, at: nextMark)
    }

    /// Reads a key and its colon.
    private mutating func takeKey() throws(Detour) {
        try takeScalar(isInFlow: false)
        guard next == UInt8(ascii: ":") else { throw Detour() }
        index += 1
    }

    private mutating func takeValue(indent: Int, depth: Int) throws(Detour) {
        let start = index
        guard next == Self.blank || next == Self.newline else { throw Detour() }
        skipBlanks()
        guard next == Self.newline || next == UInt8(ascii: "#") else { return try takeLine(depth: depth) }
        let nothing = mark(at: start)
        skipToContent()
        if !isAtEnd, column > indent || column == indent && isEntry {
            try takeBlock(depth: depth + 1)
        } else {
            addEmpty(at: nothing)
        }
    }

    /// Reads the items of a sequence; if the sequence is a mapping's value, they may be indented as the key is.
    private mutating func takeEntries(depth: Int) throws(Detour) {
        let indent = column
        let record = try begin(.sequence, depth: depth)
        var children = 0
        repeat {
            index += 1
            skipBlanks()
            if try isKeyAhead() { try takeMapping(depth: depth + 1) } else { try takeLine(depth: depth) }
            children += 1
        } while !isAtEnd && column == indent && isEntry
        guard isAtEnd || column <= indent else { throw Detour() }
        try finish(record, children: children, at: nextMark)
    }

    /// Whether the next scalar is the key of a mapping.
    private mutating func isKeyAhead() throws(Detour) -> Bool {
        guard next != UInt8(ascii: "{"), next != UInt8(ascii: "[") else { return false }
        let (place, count) = (index, records.count)
        try takeScalar(isInFlow: false)
        defer { goBack(to: place, records: count) }
        return next == UInt8(ascii: ":")
    }

    /// Reads a value on one line, and the blanks or the comment after it.
    private mutating func takeLine(depth: Int) throws(Detour) {
        try takeFlow(isInFlow: false, depth: depth + 1)
        try finishLine()
    }
}

// MARK: - Flow

extension YAMLShortcut {
    /// Reads a scalar or a flow collection on one line.
    private mutating func takeFlow(isInFlow: Bool, depth: Int) throws(Detour) {
        switch next {
        case UInt8(ascii: "{"): try takeFlowCollection(.mapping, until: UInt8(ascii: "}"), depth: depth)
        case UInt8(ascii: "["): try takeFlowCollection(.sequence, until: UInt8(ascii: "]"), depth: depth)
        default: try takeScalar(isInFlow: isInFlow)
        }
    }

    private mutating func takeFlowCollection(
        _ kind: YAMLRecord.Kind,
        until end: UInt8,
        depth: Int
    ) throws(Detour) {
        let record = try begin(kind, depth: depth)
        var children = 0
        index += 1
        skipBlanks()
        while next != end || children > 0 {
            if kind == .mapping {
                try takeScalar(isInFlow: true)
                guard next == UInt8(ascii: ":"), byte(at: index + 1) == Self.blank else { throw Detour() }
                index += 1
                skipBlanks()
                children += 1
            }
            try takeFlow(isInFlow: true, depth: depth + 1)
            children += 1
            skipBlanks()
            if next == end { break }
            guard next == UInt8(ascii: ",") else { throw Detour() }
            index += 1
            skipBlanks()
        }
        index += 1
        try finish(record, children: children, at: mark(at: index))
    }

    /// Reads a scalar on one line.
    private mutating func takeScalar(isInFlow: Bool) throws(Detour) {
        switch next {
        case UInt8(ascii: "\""): try takeQuoted(UInt8(ascii: "\""))
        case UInt8(ascii: "'"): try takeQuoted(UInt8(ascii: "'"))
        default: try takePlain(isInFlow: isInFlow)
        }
    }

    /// Reads a quoted scalar without escapes.
    private mutating func takeQuoted(_ quote: UInt8) throws(Detour) {
        let start = index
        index += 1
        while next != quote {
            guard next != Self.newline, next != UInt8(ascii: "\\") || quote == UInt8(ascii: "'") else { throw Detour() }
            index += 1
        }
        index += 1
        guard next != quote else { throw Detour() }
        addScalar(start + 1..<index - 1, isPlain: false, from: start, to: index)
    }

    /// Reads a plain scalar on this line.
    private mutating func takePlain(isInFlow: Bool) throws(Detour) {
        let start = index
        guard Self.mayStartPlain(next) || next == UInt8(ascii: "-") && Self.isWord(byte(at: index + 1)) else {
            throw Detour()
        }
        // Three hyphens or dots at the start of a line may end a document.
        guard column > 0 || Self.isWord(next) else { throw Detour() }
        repeat {
            index += 1
            while index < bytes.count, !Self.mayEndPlain(bytes[index]) { index += 1 }
        } while try goesOn(isInFlow: isInFlow)
        var end = index
        while bytes[end - 1] == Self.blank { end -= 1 }
        // No blank may come between a key and its colon.
        guard end == index || next != UInt8(ascii: ":"), end - start < 1000 else { throw Detour() }
        index = end
        addScalar(start..<end, isPlain: true, from: start, to: end)
    }

    /// Whether the next byte belongs to the plain scalar.
    private func goesOn(isInFlow: Bool) throws(Detour) -> Bool {
        guard Self.mayEndPlain(next) else { return true }
        switch next {
        case Self.newline: return false
        case UInt8(ascii: "#"): return byte(at: index - 1) != Self.blank
        case UInt8(ascii: ":"):
            let after = byte(at: index + 1)
            guard after != Self.blank, after != Self.newline else { return false }
            guard !isInFlow || Self.isWord(after) || after == UInt8(ascii: "/") else { throw Detour() }
            return true
        case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
            return !isInFlow
        case UInt8(ascii: "?") where isInFlow: throw Detour()
        default: return true
        }
    }

    /// Whether a byte may end a plain scalar, by a bit mask over ASCII.
    private static func mayEndPlain(_ byte: UInt8) -> Bool {
        // The first mask has newline, `#`, `,`, `:` and `?`; the second has brackets and braces.
        let low: UInt64 = 1 << 10 | 1 << 35 | 1 << 44 | 1 << 58 | 1 << 63
        let high: UInt64 = 1 << 27 | 1 << 29 | 1 << 59 | 1 << 61
        return (byte < 64 ? low >> UInt64(byte) : high >> UInt64(byte &- 64)) & 1 == 1
    }

    /// Whether a byte may start a plain scalar, regardless of the next byte.
    private static func mayStartPlain(_ byte: UInt8) -> Bool {
        isWord(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "$")
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte | 0x20 &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "_")
    }
}
