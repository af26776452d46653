internal import CYAML

/// One node of a document, in 28 bytes; records are in the order of the text, a collection before its items.
struct YAMLRecord {
    enum Kind: UInt8 {
        case scalar, sequence, mapping, alias
    }

    var kind: Kind
    var isPlain: Bool
    var tag: YAMLTag

    /// For a scalar, the start of its text; for a collection, the record after its last descendant; for an alias, its
    /// target.
    var link: UInt32

    /// For a scalar, the number of bytes of its text; for a collection, the number of nodes directly in it.
    ///
    /// A key and its value count as two nodes.
    var count: UInt32

    var start: Mark

    /// The position just past the node.
    var end: Mark

    /// A position in half the space of `Position`; line and column are counted from 0.
    struct Mark {
        var line: UInt32

        /// The column in Unicode scalars.
        var column: UInt32
    }

    /// The index of the record after this node and its descendants; `index` is this node's own.
    func successor(of index: Int) -> Int {
        kind == .sequence || kind == .mapping ? Int(link) : index + 1
    }
}

extension YAMLRecord.Mark {
    init(_ mark: yaml_mark_t) {
        line = UInt32(truncatingIfNeeded: mark.line)
        column = UInt32(truncatingIfNeeded: mark.column)
    }
}

extension Position {
    /// Converts a mark, which counts from 0, to a position, which counts from 1.
    init(_ mark: YAMLRecord.Mark) {
        self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    }

    /// Converts libyaml's mark, which counts from 0, to a position, which counts from 1.
    init(_ mark: yaml_mark_t) {
        self.init(YAMLRecord.Mark(mark))
    }
}
