/// One node of a document as stored in the arena: 20 bytes, in the order of the text, a collection before its items.
///
/// Each member of an object is two records, a name and a value.
package struct JSONRecord: Sendable {
    package enum Kind: UInt8, Sendable {
        case object, array, string, number, `true`, `false`, null, placeholder
    }

    /// Where the text of a scalar is.
    package enum Form: UInt8, Sendable {
        /// In the bytes, as they are.
        case plain

        /// In the bytes, with escapes.
        case escaped

        /// In a list of rewritten texts, because the bytes aren't JSON.
        case rewritten

        /// In the bytes; the record is a placeholder that stands for any number of members, in place of a name.
        case run
    }

    package var kind: Kind
    package var form: Form
    package var holdsPlaceholder = false
    package var start: UInt32

    /// The byte just past the node.
    package var end: UInt32

    /// The record after a collection's last descendant, or the index of a rewritten text.
    package var link: UInt32 = 0

    /// How many records a collection directly contains; names and values both count.
    package var count: UInt32 = 0

    /// The index of the record after this node and its descendants; `index` is this node's own.
    package func successor(of index: Int) -> Int {
        kind == .object || kind == .array ? Int(link) : index + 1
    }
}
