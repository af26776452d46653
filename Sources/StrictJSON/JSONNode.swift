/// One value of a document.
///
/// A node is a handle that keeps its document alive.
public struct JSONNode: Sendable {
    package let document: JSONDocument
    package let index: Int

    package init(document: JSONDocument, index: Int) {
        self.document = document
        self.index = index
    }

    /// What a node consists of.
    public enum Kind: Hashable, Sendable {
        /// Members in order, each a name and a value.
        case object

        /// Values in order.
        case array

        case string
        case number
        case boolean
        case null

        /// A template's placeholder, as written; it may become any value, or several values.
        case placeholder(String)
    }

    package var record: JSONRecord { document.records[index] }

    /// What the node consists of.
    public var kind: Kind {
        switch record.kind {
        case .object: .object
        case .array: .array
        case .string: .string
        case .number: .number
        case .true, .false: .boolean
        case .null: .null
        case .placeholder: .placeholder(text)
        }
    }

    /// Where the node starts.
    public var position: Position { document.position(of: Int(record.start)) }

    /// The position just past the node.
    public var end: Position { document.end(of: Int(record.start)..<Int(record.end)) }

    /// A string's text, with escapes resolved, or any other scalar as written; empty for an object or array.
    public var text: String {
        record.kind == .object || record.kind == .array ? "" : document.tokens.text(of: record)
    }

    /// The node as the text writes it, including its faults.
    package var written: String {
        String(decoding: document.tokens.bytes[Int(record.start)..<Int(record.end)], as: UTF8.self)
    }

    package func hasText(_ text: String) -> Bool {
        record.kind == .object || record.kind == .array ? text.isEmpty : document.tokens.isText(text, of: record)
    }

    /// Whether the node's ``text`` contains a word, given in UTF-8.
    package func contains(_ word: [UInt8]) -> Bool {
        record.kind != .object && record.kind != .array && document.tokens.contains(word, in: record)
    }

    /// The text of a string, or `nil` for any other node.
    public var string: String? { record.kind == .string ? text : nil }

    /// The value of a boolean, or `nil` for any other node.
    public var boolean: Bool? {
        record.kind == .true ? true : record.kind == .false ? false : nil
    }

    /// Whether the text contains a placeholder, so that the text that will be sent is unknown.
    public var holdsPlaceholder: Bool { record.holdsPlaceholder || record.kind == .placeholder }
}
