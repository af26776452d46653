extension YAMLNode {
    /// The items of a sequence; empty for any other node.
    public var elements: Elements { Elements(of: self) }

    /// The items of a sequence in order.
    public struct Elements: Collection, Sendable {
        /// The position of an item.
        public struct Index: Comparable, Sendable {
            fileprivate let record: Int

            /// Orders the items as in the text.
            public static func < (lhs: Index, rhs: Index) -> Bool { lhs.record < rhs.record }
        }

        /// The number of items.
        public let count: Int

        /// The position of the first item.
        public let startIndex: Index

        /// The position after the last item.
        public let endIndex: Index

        private let document: YAMLDocument

        fileprivate init(of node: YAMLNode) {
            let isSequence = node.record.kind == .sequence
            document = node.document
            count = isSequence ? Int(node.record.count) : 0
            startIndex = Index(record: node.index + 1)
            endIndex = isSequence ? Index(record: Int(node.record.link)) : startIndex
        }

        /// The position after another.
        public func index(after index: Index) -> Index { Index(record: document.successor(of: index.record)) }

        /// The item at a position.
        public subscript(index: Index) -> YAMLNode { YAMLNode(document, at: index.record) }
    }
}
