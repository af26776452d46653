/// The names of one object that were seen, by the numbers of their records.
///
/// Few names lie in a list, and many in a table of eight to sixteen bytes a name: an object may have millions.
package struct JSONNames {
    /// Records in the order of their hashes, each one more than its number; empty for few names.
    ///
    /// 0 is a free place.
    private var table: ContiguousArray<UInt32> = []

    /// The names of a small object.
    private var few: [Int] = []

    /// Makes room for so many names.
    package init(room: Int) {
        guard room > 8 else { return }
        // Two places for each name at least, and a power of two.
        table = ContiguousArray(repeating: 0, count: 1 << (Int.bitWidth - (room * 2 - 1).leadingZeroBitCount))
    }

    /// Adds a name; where it is there already, gives the one that was first.
    ///
    /// - Parameters:
    ///   - name: The number of its record.
    ///   - hash: The hash of its text, asked for where there are many; the same text must have the same.
    ///   - isSame: Whether two names are the same text.
    /// - Returns: The first name of that text; nil where this is it.
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
