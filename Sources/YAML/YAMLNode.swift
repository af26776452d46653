/// One node of a document: a scalar, a sequence or a mapping.
///
/// A node is a handle that keeps its document alive. An alias has the content of the node that it refers to, and its
/// own position.
public struct YAMLNode: Sendable {
    /// What a node consists of.
    public enum Kind: Sendable {
        /// One value.
        case scalar

        /// Values in order.
        case sequence

        /// Keys and their values.
        case mapping
    }

    let document: YAMLDocument

    /// The record with the node's content.
    let index: Int

    /// The record with the node's position, which differs from `index` only for an alias.
    private let place: Int

    init(_ document: YAMLDocument, at place: Int) {
        self.document = document
        self.place = place
        index = document.target(of: place)
    }

    var record: YAMLRecord { document.records[index] }

    /// The name of the file that contains the node, or an empty string if the text isn't from a file.
    public var file: String { document.file }

    /// What the node consists of.
    public var kind: Kind {
        switch record.kind {
        case .sequence: .sequence
        case .mapping: .mapping
        case .scalar, .alias: .scalar
        }
    }

    /// Where the node starts, including its tag and anchor; for an alias, where the alias starts.
    public var position: Position { Position(document.records[place].start) }

    /// The position just past the node's end, as libyaml marks it.
    ///
    /// A collection in block style ends where the next node starts; the last collection ends at the start of a new
    /// line.
    public var end: Position { Position(document.records[place].end) }

    /// Whether the node is a scalar written without quotes.
    public var isPlain: Bool { record.isPlain }

    /// A scalar's text, with line breaks folded and escapes resolved; empty for a collection.
    public var text: String {
        document.withText(at: index) { String(decoding: $0, as: UTF8.self) }
    }

    /// The meaning of a scalar by the core schema of YAML 1.2, or `nil` for a collection.
    public var scalar: YAMLScalar? {
        guard record.kind == .scalar else { return nil }
        return document.withText(at: index) { CoreSchema.scalar($0, isPlain: isPlain, tag: record.tag) }
    }

    /// Whether the node is a null scalar: `null`, `~`, or no text at all.
    public var isNull: Bool {
        guard record.kind == .scalar else { return false }
        return document.withText(at: index) { CoreSchema.isNull($0, isPlain: isPlain, tag: record.tag) }
    }

    /// Whether a scalar's text has the same bytes as a string; a collection's text is empty.
    public func textEquals(_ other: String) -> Bool {
        document.withText(at: index) { $0.isSpelled(other) }
    }

    /// The value of the key with this text, or `nil` if there is no such key or the node isn't a mapping.
    public subscript(key: String) -> YAMLNode? {
        guard record.kind == .mapping else { return nil }
        var place = index + 1
        for _ in 0..<record.count / 2 {
            let value = document.successor(of: place)
            if document.hasScalar(key, at: place) { return YAMLNode(document, at: value) }
            place = document.successor(of: value)
        }
        return nil
    }
}
