/// One node of a document as the arena keeps it: 20 bytes, in order of writing, a collection before what it holds.
///
/// The members of an object are a name and a value each.
package struct JSONRecord: Sendable {
    /// What a record stands for.
    package enum Kind: UInt8, Sendable {
        case object, array, string, number, `true`, `false`, null, placeholder
    }

    /// Where the text of a scalar is found.
    package enum Form: UInt8, Sendable {
        /// In the bytes as they are.
        case plain

        /// In the bytes, with escapes.
        case escaped

        /// Beside the bytes, because they are not JSON.
        case rewritten

        /// In the bytes, as a name that stands for any number of members.
        case run
    }

    /// What the record stands for.
    package var kind: Kind

    /// Where the text of a scalar is found.
    package var form: Form

    /// Whether there is a placeholder in the text.
    package var holdsPlaceholder = false

    /// The first byte.
    package var start: UInt32

    /// Just past the last byte.
    package var end: UInt32

    /// The record after a collection's last descendant, or the number of a rewritten text.
    package var link: UInt32 = 0

    /// How many records a collection holds directly: names and values both count.
    package var count: UInt32 = 0

    /// The record that follows this node and all it holds, where this one is at `index`.
    package func successor(of index: Int) -> Int {
        kind == .object || kind == .array ? Int(link) : index + 1
    }
}
