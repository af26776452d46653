/// Finds repeated keys in a mapping; two scalars are the same key if their texts are equal, whatever their quotes.
struct YAMLKeys {
    /// Up to this number of keys, all pairs are compared; for more keys, a hash table is used.
    private static let fewKeys = 16

    /// The scalar keys of the current mapping.
    private var keys: ContiguousArray<Key> = []

    /// Throws an error if a mapping repeats a key.
    mutating func check(
        mapping: Int,
        records: ContiguousArray<YAMLRecord>,
        text: UnsafeBufferPointer<UInt8>
    ) throws(YAMLError) {
        guard mayRepeat(mapping: mapping, records: records, text: text) else { return }
        keys.removeAll(keepingCapacity: true)
        var index = mapping + 1
        for _ in 0..<records[mapping].count / 2 {
            collect(index, records: records, text: text)
            index = records[index].successor(of: index)
            index = records[index].successor(of: index)
        }
        guard let (first, second) = keys.count <= Self.fewKeys ? firstPair(in: text) : firstHashedPair(in: text)
        else { return }
        let range = Int(second.start)..<Int(second.start) + Int(second.count)
        let name = YAMLQuoting.excerpt(String(decoding: text[range], as: UTF8.self))
        let place = Position(records[first.record].start)
        throw YAMLError("the key '\(name)' is already at \(place)", at: Position(records[second.record].start))
    }

    /// Whether keys may be repeated; for most mappings, this quick check rules out a repeated key.
    ///
    /// If every key sets a different bit, all keys differ.
    private func mayRepeat(
        mapping: Int,
        records: ContiguousArray<YAMLRecord>,
        text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        var seen: UInt64 = 0
        var index = mapping + 1
        for _ in 0..<records[mapping].count / 2 {
            let record = records[index]
            guard record.kind == .scalar, record.count > 0 else { return true }
            let (first, last) = (Int(record.link), Int(record.link &+ record.count &- 1))
            let print = UInt32(text[first]) &+ UInt32(text[last]) &* 7 &+ record.count &* 11
            let bit: UInt64 = 1 << UInt64(print % 64)
            guard seen & bit == 0 else { return true }
            seen |= bit
            index = records[index + 1].successor(of: index + 1)
        }
        return false
    }

    private mutating func collect(
        _ place: Int,
        records: ContiguousArray<YAMLRecord>,
        text: UnsafeBufferPointer<UInt8>
    ) {
        let record = records[place].kind == .alias ? records[Int(records[place].link)] : records[place]
        guard record.kind == .scalar else { return }
        // Names in one mapping often have the same start, so the check uses the last bytes of each name.
        var print = UInt64(record.count)
        for byte in text[Int(record.link)..<Int(record.link + record.count)].suffix(4) {
            print = print << 8 | UInt64(byte)
        }
        keys.append(Key(print: print, record: place, start: record.link, count: record.count))
    }

    private func firstPair(in text: UnsafeBufferPointer<UInt8>) -> (Key, Key)? {
        for index in keys.indices {
            for other in 0..<index where keys[other].print == keys[index].print {
                if keys[other].isSpelled(like: keys[index], in: text) { return (keys[other], keys[index]) }
            }
        }
        return nil
    }

    private func firstHashedPair(in text: UnsafeBufferPointer<UInt8>) -> (Key, Key)? {
        var seen: [Spelling: Key] = [:]
        seen.reserveCapacity(keys.count)
        for key in keys {
            let range = Int(key.start)..<Int(key.start) + Int(key.count)
            let spelling = Spelling(bytes: UnsafeBufferPointer(rebasing: text[range]))
            if let first = seen.updateValue(key, forKey: spelling) { return (first, key) }
        }
        return nil
    }
}

private struct Key {
    /// The key's length and last bytes, as one number; equal keys have equal numbers.
    let print: UInt64

    /// The index of the key among the document's nodes; for an alias, the index of the alias itself.
    let record: Int

    let start: UInt32
    let count: UInt32

    func isSpelled(like other: Key, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        text[Int(start)..<Int(start) + Int(count)]
            .elementsEqual(text[Int(other.start)..<Int(other.start) + Int(other.count)])
    }
}

/// The text of a key, in a form that can be hashed.
private struct Spelling: Hashable {
    let bytes: UnsafeBufferPointer<UInt8>

    static func == (lhs: Spelling, rhs: Spelling) -> Bool { lhs.bytes.elementsEqual(rhs.bytes) }

    func hash(into hasher: inout Hasher) { hasher.combine(bytes: UnsafeRawBufferPointer(bytes)) }
}
