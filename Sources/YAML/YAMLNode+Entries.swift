extension YAMLNode {
    /// The keys and values of a mapping; empty for any other node.
    public var entries: Entries { Entries(of: self) }

    /// The first key of a mapping that isn't one of the given keys.
    ///
    /// - Returns: The key, or `nil` if all keys are given keys or the node isn't a mapping.
    public func firstKey(otherThan keys: [String]) -> YAMLNode? {
        guard record.kind == .mapping else { return nil }
        var place = index + 1
        for _ in 0..<record.count / 2 {
            let target = document.target(of: place)
            let isKnown = document.withText(at: target) { text in keys.contains { text.isSpelled($0) } }
            guard isKnown else { return YAMLNode(document, at: place) }
            place = document.successor(of: document.successor(of: place))
        }
        return nil
    }

    /// The keys and values of a mapping in the order of the text.
    public struct Entries: Collection, Sendable {
        /// The position of a key.
        public struct Index: Comparable, Sendable {
            fileprivate let record: Int

            /// Orders the keys as in the text.
            public static func < (lhs: Index, rhs: Index) -> Bool { lhs.record < rhs.record }
        }

        /// The number of keys.
        public let count: Int

        /// The position of the first key.
        public let startIndex: Index

        /// The position after the last value.
        public let endIndex: Index

        private let document: YAMLDocument

        fileprivate init(of node: YAMLNode) {
            let isMapping = node.record.kind == .mapping
            document = node.document
            count = isMapping ? Int(node.record.count) / 2 : 0
            startIndex = Index(record: node.index + 1)
            endIndex = isMapping ? Index(record: Int(node.record.link)) : startIndex
        }

        /// The position after another.
        public func index(after index: Index) -> Index {
            Index(record: document.successor(of: document.successor(of: index.record)))
        }

        /// The key and the value at a position.
        public subscript(index: Index) -> (key: YAMLNode, value: YAMLNode) {
            let value = document.successor(of: index.record)
            return (YAMLNode(document, at: index.record), YAMLNode(document, at: value))
        }
    }
}
