/// One node of a document, in 20 bytes; records are in the order of the text, a collection before its items.
///
/// Each member of an object is two records, a name and a value.
package struct JSONRecord: Sendable {
    package enum Kind: UInt8, Sendable {
        case object, array, string, number, `true`, `false`, null, placeholder
    }

    /// The place of a scalar's text.
    package enum Form: UInt8, Sendable {
        /// In the bytes, without escapes.
        case plain

        /// In the bytes, with escapes.
        case escaped

        /// In a list of rewritten texts, because the bytes aren't JSON.
        case rewritten

        /// In the bytes; the record is a placeholder in the place of a name, which may become any number of members.
        case run
    }

    package var kind: Kind
    package var form: Form
    package var holdsPlaceholder = false
    package var start: UInt32

    /// The byte just past the node.
    package var end: UInt32

    /// For a collection, the record after its last descendant; for a scalar, the index of a rewritten text.
    package var link: UInt32 = 0

    /// The number of records that a collection directly contains; a name and its value are two.
    package var count: UInt32 = 0

    /// The index of the record after this node and its descendants; `index` is this node's own.
    package func successor(of index: Int) -> Int {
        kind == .object || kind == .array ? Int(link) : index + 1
    }
}
