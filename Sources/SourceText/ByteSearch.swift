extension Array<UInt8> {
    /// Whether a word stands in these bytes.
    package func holds(_ word: [UInt8]) -> Bool { self[...].holds(word) }
}

extension ArraySlice<UInt8> {
    /// Whether a word stands in these bytes.
    package func holds(_ word: [UInt8]) -> Bool { end(of: word) != nil }

    /// Just behind the first place where a word stands in these bytes; nil where it does not.
    ///
    /// Looks at each byte about once; the library's search in collections of any kind takes far longer.
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
