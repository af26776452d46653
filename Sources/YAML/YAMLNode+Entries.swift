extension YAMLNode {
    /// The keys and values of a mapping; none for another node.
    public var entries: Entries { Entries(of: self) }

    /// The first key of a mapping that is none of those given; nil where there is none, or no mapping.
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

    /// The keys and values of a mapping in order of writing.
    public struct Entries: Collection, Sendable {
        /// The place of a key.
        public struct Index: Comparable, Sendable {
            fileprivate let record: Int

            /// Orders the keys as they are written.
            public static func < (lhs: Index, rhs: Index) -> Bool { lhs.record < rhs.record }
        }

        /// How many keys there are.
        public let count: Int

        /// The place of the first key.
        public let startIndex: Index

        /// The place after the last value.
        public let endIndex: Index

        private let document: YAMLDocument

        fileprivate init(of node: YAMLNode) {
            let isMapping = node.record.kind == .mapping
            document = node.document
            count = isMapping ? Int(node.record.count) / 2 : 0
            startIndex = Index(record: node.index + 1)
            endIndex = isMapping ? Index(record: Int(node.record.link)) : startIndex
        }

        /// The place after another.
        public func index(after index: Index) -> Index {
            Index(record: document.successor(of: document.successor(of: index.record)))
        }

        /// The key and the value at a place.
        public subscript(index: Index) -> (key: YAMLNode, value: YAMLNode) {
            let value = document.successor(of: index.record)
            return (YAMLNode(document, at: index.record), YAMLNode(document, at: value))
        }
    }
}
