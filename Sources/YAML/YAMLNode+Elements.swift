extension YAMLNode {
    /// The items of a sequence; none for another node.
    public var elements: Elements { Elements(of: self) }

    /// The items of a sequence in order.
    public struct Elements: Collection, Sendable {
        /// The place of an item.
        public struct Index: Comparable, Sendable {
            fileprivate let record: Int

            /// Orders the items as they are written.
            public static func < (lhs: Index, rhs: Index) -> Bool { lhs.record < rhs.record }
        }

        /// How many items there are.
        public let count: Int

        /// The place of the first item.
        public let startIndex: Index

        /// The place after the last item.
        public let endIndex: Index

        private let document: YAMLDocument

        fileprivate init(of node: YAMLNode) {
            let isSequence = node.record.kind == .sequence
            document = node.document
            count = isSequence ? Int(node.record.count) : 0
            startIndex = Index(record: node.index + 1)
            endIndex = isSequence ? Index(record: Int(node.record.link)) : startIndex
        }

        /// The place after another.
        public func index(after index: Index) -> Index { Index(record: document.successor(of: index.record)) }

        /// The item at a place.
        public subscript(index: Index) -> YAMLNode { YAMLNode(document, at: index.record) }
    }
}
