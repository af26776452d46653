/// The names of one object that were found so far, as the indices of their records.
///
/// A few names are kept in a list. Many names are kept in a hash table of eight to sixteen bytes per name, since an
/// object may have millions of names.
package struct JSONNames {
    /// The hash table: each place has the index of a record plus one, or 0 if the place is free.
    ///
    /// It's empty for an object with few names.
    private var table: ContiguousArray<UInt32> = []

    private var few: [Int] = []

    package init(room: Int) {
        guard room > 8 else { return }
        // The number of places is a power of two, and at least twice the number of names.
        table = ContiguousArray(repeating: 0, count: 1 << (Int.bitWidth - (room * 2 - 1).leadingZeroBitCount))
    }

    /// Adds a name unless it was added before.
    ///
    /// - Parameters:
    ///   - name: The index of the name's record.
    ///   - hash: The hash of the name's text, which is only computed if there are many names.
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
