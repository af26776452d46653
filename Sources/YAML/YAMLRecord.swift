internal import CYAML

/// One node of a document as stored in the arena: 28 bytes, in the order of the text, a collection before its items.
struct YAMLRecord {
    enum Kind: UInt8 {
        case scalar, sequence, mapping, alias
    }

    var kind: Kind
    var isPlain: Bool
    var tag: YAMLTag

    /// The start of a scalar's text, the record after a collection's last descendant, or an alias's target.
    var link: UInt32

    /// The number of bytes of a scalar's text, or of nodes directly in a collection (a key and its value are two).
    var count: UInt32

    var start: Mark

    /// The position just past the node.
    var end: Mark

    /// A position in half the space of `Position`, its line and column counted from 0.
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
