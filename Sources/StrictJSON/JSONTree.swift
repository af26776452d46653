import Foundation

/// A JSON document as a tree, whose nodes are in one array; texts aren't copied from the bytes.
///
/// A configuration is large, and only a small part is needed. A decoder would build all of it.
package struct JSONTree {
    /// One value, with its name if the value is that of a member.
    package struct Node {
        package var kind: Kind
        /// The range of the member's name without its quotes; empty for an element.
        package var name: Range<Int>
        /// The range of the value; for a string, without the quotes.
        package var content: Range<Int>
        /// The index of the node after this one and its descendants.
        package var end = 0
    }

    /// The kind of a node; a number, a boolean and null are all `other`.
    package enum Kind {
        case object, array, string, other
    }

    /// The nodes in the order of the text; the first is the outermost value.
    package private(set) var nodes: ContiguousArray<Node> = []

    private let bytes: [UInt8]
    private static let deepest = 512

    /// Reads a document in UTF-8, or returns `nil` if it isn't JSON; some mistakes aren't detected.
    package init?(_ bytes: [UInt8]) {
        self.bytes = bytes
        var scanner = JSONScanner(bytes)
        var open: [Int] = []
        var name = 0..<0
        repeat {
            guard let token = scanner.next() else { return nil }
            switch token {
            case .name(let range): name = range
            case .value(let kind, let range):
                nodes.append(Node(kind: kind, name: name, content: range, end: nodes.count + 1))
                name = 0..<0
            case .open(let kind, let place):
                guard open.count < Self.deepest else { return nil }
                open.append(nodes.count)
                nodes.append(Node(kind: kind, name: name, content: place..<place))
                name = 0..<0
            case .close:
                guard let index = open.popLast() else { return nil }
                nodes[index].end = nodes.count
            }
        } while !open.isEmpty
        guard !nodes.isEmpty else { return nil }
    }

    /// The indices of a node's direct children.
    package func children(of index: Int) -> some Sequence<Int> {
        let end = nodes[index].end
        return sequence(first: index + 1) { nodes[$0].end }.prefix { $0 < end }
    }

    package func member(_ name: String, of index: Int) -> Int? {
        children(of: index).first { isNamed(name, $0) }
    }

    /// A member's name as written, with its escapes; empty for a node that isn't a member.
    package func name(of index: Int) -> String { String(decoding: bytes[nodes[index].name], as: UTF8.self) }

    package func isNamed(_ name: String, _ index: Int) -> Bool {
        let range = nodes[index].name
        return range.count == name.utf8.count && bytes[range].elementsEqual(name.utf8)
    }

    /// A string's text, with escapes resolved, or `nil` for any other node.
    package func text(of index: Int) -> String? {
        guard nodes[index].kind == .string else { return nil }
        let content = nodes[index].content
        guard bytes[content].contains(UInt8(ascii: "\\")) else {
            return String(decoding: bytes[content], as: UTF8.self)
        }
        let quoted = bytes[content.lowerBound - 1...content.upperBound]
        return try? JSONDecoder().decode(String.self, from: Data(quoted))
    }

    /// Whether the value is written exactly as the given text; the quotes of a string don't count.
    package func isWritten(_ text: String, _ index: Int) -> Bool {
        let range = nodes[index].content
        return range.count == text.utf8.count && bytes[range].elementsEqual(text.utf8)
    }
}
