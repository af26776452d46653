internal import CYAML

/// One node of a document as the arena keeps it: 28 bytes, in order of writing, a collection before what it holds.
struct YAMLRecord {
    /// What a record stands for.
    enum Kind: UInt8 {
        case scalar, sequence, mapping, alias
    }

    /// What the record stands for.
    var kind: Kind

    /// Whether a scalar is written without quotes.
    var isPlain: Bool

    /// What the node's tag says.
    var tag: YAMLTag

    /// The start of a scalar's text, the record after a collection's last descendant, or an alias's target.
    var link: UInt32

    /// The bytes of a scalar's text, or how many nodes a collection holds directly (keys and values both count).
    var count: UInt32

    /// Where the node starts.
    var start: Mark

    /// Just past where the node ends.
    var end: Mark

    /// A place in half the space of a `Position`, counted from 0.
    struct Mark {
        /// The line, counted from 0.
        var line: UInt32

        /// The column in Unicode scalars, counted from 0.
        var column: UInt32
    }

    /// The record that follows this node and all it holds, where this one is at `index`.
    func successor(of index: Int) -> Int {
        kind == .sequence || kind == .mapping ? Int(link) : index + 1
    }
}

extension YAMLRecord.Mark {
    /// Takes over a mark of libyaml.
    init(_ mark: yaml_mark_t) {
        line = UInt32(truncatingIfNeeded: mark.line)
        column = UInt32(truncatingIfNeeded: mark.column)
    }
}

extension Position {
    /// Counts from 1 what a record counts from 0.
    init(_ mark: YAMLRecord.Mark) {
        self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    }

    /// Counts from 1 what libyaml counts from 0.
    init(_ mark: yaml_mark_t) {
        self.init(YAMLRecord.Mark(mark))
    }
}
