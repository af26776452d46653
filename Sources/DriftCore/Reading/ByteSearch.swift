extension Array<UInt8> {
    /// Whether a word stands in these bytes.
    func holds(_ word: [UInt8]) -> Bool { self[...].holds(word) }
}

extension ArraySlice<UInt8> {
    /// Whether a word stands in these bytes.
    ///
    /// Looks at each byte about once; the library's search in collections of any kind takes far longer.
    func holds(_ word: [UInt8]) -> Bool {
        guard let first = word.first, count >= word.count else { return word.isEmpty }
        return withUnsafeBufferPointer { bytes in
            for start in 0...bytes.count - word.count where bytes[start] == first {
                var index = 1
                while index < word.count, bytes[start + index] == word[index] { index += 1 }
                if index == word.count { return true }
            }
            return false
        }
    }
}
