internal import CYAML

extension YAMLDocument {
    /// The index of the record that an alias refers to; for any other record, its own index.
    func target(of index: Int) -> Int {
        records[index].kind == .alias ? Int(records[index].link) : index
    }

    /// The index of the record after a node and its descendants.
    func successor(of index: Int) -> Int {
        records[index].successor(of: index)
    }

    /// Passes the text of a scalar to a closure; the text of any other record is empty.
    func withText<Result>(at index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let record = records[index]
        let range = record.kind == .scalar ? Int(record.link)..<Int(record.link) + Int(record.count) : 0..<0
        return text.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// Whether a record is a scalar with this text, or an alias of such a scalar.
    func hasScalar(_ text: String, at index: Int) -> Bool {
        let target = target(of: index)
        return records[target].kind == .scalar && withText(at: target) { $0.isSpelled(text) }
    }
}

extension UnsafeBufferPointer<UInt8> {
    func isSpelled(_ other: String) -> Bool {
        // Most texts that differ have different lengths.
        guard other.utf8.count == count else { return false }
        let isEqual = other.utf8.withContiguousStorageIfAvailable { other in
            guard let own = baseAddress, let theirs = other.baseAddress else { return true }
            return memcmp(own, theirs, count) == 0
        }
        return isEqual ?? elementsEqual(other.utf8)
    }
}
