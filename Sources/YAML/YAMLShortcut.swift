/// Builds the arena of a text straight from its bytes, in the part of YAML that nearly all files keep to.
///
/// That part is what people and tools write without a thought: block mappings and sequences, flow collections on one
/// line, plain and quoted scalars on one line, comments, all in ASCII. Whatever is anything else, or wrong, is left to
/// libyaml, which then reads the text from its start. So the shortcut takes no decision of its own: it gives what
/// libyaml would give, or nothing, and a test holds the two against each other.
struct YAMLShortcut {
    /// The nodes in order of writing; the texts of scalars are those of the bytes themselves.
    private(set) var records: ContiguousArray<YAMLRecord> = []

    /// The text.
    let bytes: UnsafeBufferPointer<UInt8>

    /// Where the next byte stands that is not taken yet.
    var index = 0

    private let depth: Int
    private var line: UInt32 = 0
    private var lineStart = 0
    private var keys = YAMLKeys()

    /// The text is none that can be taken this way.
    struct Detour: Error {}

    /// Reads a whole text; nil where that is left to libyaml.
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

    /// Whether a text is of lines of printable ASCII characters.
    private static func isPlainText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var isPlain = true
        // Without a way out of the loop, many bytes are looked at in one step.
        for byte in bytes { isPlain = isPlain && (byte &- 0x20 < 0x5F || byte == newline) }
        return isPlain
    }

    static let newline = UInt8(ascii: "\n")
    static let blank = UInt8(ascii: " ")

    /// The byte at a place; behind the end there is a newline.
    func byte(at place: Int) -> UInt8 { place < bytes.count ? bytes[place] : Self.newline }

    /// The next byte.
    var next: UInt8 { byte(at: index) }

    /// Whether all is taken.
    var isAtEnd: Bool { index >= bytes.count }

    /// The column of the next byte, counted from 0.
    var column: Int { index - lineStart }

    /// The mark of a place on this line.
    func mark(at place: Int) -> YAMLRecord.Mark {
        YAMLRecord.Mark(line: line, column: UInt32(truncatingIfNeeded: place - lineStart))
    }

    /// Where what comes next starts; libyaml puts the end of a text at the start of a line.
    var nextMark: YAMLRecord.Mark {
        isAtEnd && index > lineStart ? YAMLRecord.Mark(line: line + 1, column: 0) : mark(at: index)
    }

    /// Takes blanks on this line.
    mutating func skipBlanks() {
        while index < bytes.count, bytes[index] == Self.blank { index += 1 }
    }

    /// Takes lines and comments up to the next thing that means something.
    mutating func skipToContent() {
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

    /// Takes what may stand behind a value: blanks and a comment, and all lines up to the next thing.
    mutating func finishLine() throws(Detour) {
        let end = index
        skipBlanks()
        guard next == Self.newline || next == UInt8(ascii: "#") && index > end else { throw Detour() }
        skipToContent()
    }

    /// Adds a scalar whose text lies in a range, and which is written from one place to another.
    mutating func addScalar(_ text: Range<Int>, isPlain: Bool, from start: Int, to end: Int) {
        let (start, end) = (mark(at: start), mark(at: end))
        add(.scalar, isPlain: isPlain, link: text.lowerBound, count: text.count, from: start, to: end)
    }

    /// Adds a collection that starts here, and returns its record.
    mutating func begin(_ kind: YAMLRecord.Kind, depth: Int) throws(Detour) -> Int {
        guard depth <= self.depth else { throw Detour() }
        let start = mark(at: index)
        add(kind, isPlain: false, link: 0, count: 0, from: start, to: start)
        return records.count - 1
    }

    /// Adds nothing, where a value could stand.
    mutating func addEmpty(at place: YAMLRecord.Mark) {
        add(.scalar, isPlain: true, link: 0, count: 0, from: place, to: place)
    }

    /// Goes back to a place on this line, and forgets the records from a number on.
    mutating func goBack(to place: Int, records count: Int) {
        index = place
        records.removeLast(records.count - count)
    }

    /// Ends a collection.
    mutating func finish(_ record: Int, children: Int, at end: YAMLRecord.Mark) throws(Detour) {
        records[record].end = end
        records[record].link = UInt32(truncatingIfNeeded: records.count)
        records[record].count = UInt32(truncatingIfNeeded: children)
        guard records[record].kind == .mapping else { return }
        // libyaml's way finds the key again that is there twice, and says so.
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
