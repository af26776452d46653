extension Array<UInt8> {
    /// Whether these bytes contain a word.
    package func holds(_ word: [UInt8]) -> Bool { self[...].holds(word) }
}

extension ArraySlice<UInt8> {
    /// Whether these bytes contain a word.
    package func holds(_ word: [UInt8]) -> Bool { end(of: word) != nil }

    /// The index just past the first occurrence of a word in these bytes, or `nil` if they don't contain the word.
    ///
    /// This search looks at each byte about once. The generic collection search of the standard library is far slower.
    package func end(of word: [UInt8]) -> Int? {
        guard let first = word.first, count >= word.count else { return word.isEmpty ? startIndex : nil }
        let place = withUnsafeBufferPointer { bytes -> Int? in
            for start in 0...bytes.count - word.count where bytes[start] == first {
                var index = 1
                while index < word.count, bytes[start + index] == word[index] { index += 1 }
                if index == word.count { return start + index }
            }
            return nil
        }
        return place.map { startIndex + $0 }
    }
}
