/// The names of one object that were seen so far, by their records' indices.
///
/// Few names are in a list, many in a hash table of eight to sixteen bytes a name, because an object may have millions.
package struct JSONNames {
    /// Record indices plus one, at the places that their hashes give; 0 is a free place.
    ///
    /// Empty for an object with few names.
    private var table: ContiguousArray<UInt32> = []

    private var few: [Int] = []

    package init(room: Int) {
        guard room > 8 else { return }
        // At least two places for each name, and a power of two.
        table = ContiguousArray(repeating: 0, count: 1 << (Int.bitWidth - (room * 2 - 1).leadingZeroBitCount))
    }

    /// Adds a name unless it was added before.
    ///
    /// - Parameters:
    ///   - name: The index of its record.
    ///   - hash: The hash of its text, only computed if there are many names.
    ///   - isSame: Whether two names have the same text.
    /// - Returns: The earlier name with the same text, or `nil` if there is none.
    package mutating func insert(_ name: Int, hash: @autoclosure () -> Int, isSame: (Int, Int) -> Bool) -> Int? {
        guard !table.isEmpty else {
            if let first = few.first(where: { isSame($0, name) }) { return first }
            few.append(name)
            return nil
        }
        var place = hash() & (table.count - 1)
        while table[place] != 0 {
            let other = Int(table[place]) - 1
            if isSame(other, name) { return other }
            place = (place + 1) & (table.count - 1)
        }
        table[place] = UInt32(name + 1)
        return nil
    }
}
