extension YAMLShortcut {
    /// Takes the mapping or sequence in block style that starts here.
    mutating func takeBlock(depth: Int) throws(Detour) {
        if isEntry { try takeEntries(depth: depth) } else { try takeMapping(depth: depth) }
    }

    /// Whether the entry of a sequence starts here.
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
        // What is further in belongs to nothing; a plain scalar would go on there.
        guard isAtEnd || column < indent else { throw Detour() }
        try finish(record, children: children, at: nextMark)
    }

    /// Takes a key with its colon.
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

    /// Takes the entries of a sequence; those of a mapping's value may stand right below their key.
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

    /// Whether what stands here is the key of a mapping.
    private mutating func isKeyAhead() throws(Detour) -> Bool {
        guard next != UInt8(ascii: "{"), next != UInt8(ascii: "[") else { return false }
        let (place, count) = (index, records.count)
        try takeScalar(isInFlow: false)
        defer { goBack(to: place, records: count) }
        return next == UInt8(ascii: ":")
    }

    /// Takes a value that stands on one line, and what may stand behind it.
    private mutating func takeLine(depth: Int) throws(Detour) {
        try takeFlow(isInFlow: false, depth: depth + 1)
        try finishLine()
    }
}
