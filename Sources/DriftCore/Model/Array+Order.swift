extension Array {
    /// The elements in order; an array that is already in order, as in most files, is returned without sorting.
    func ordered(by areInOrder: (Element, Element) -> Bool) -> [Element] {
        let isOrdered = indices.dropFirst().allSatisfy { !areInOrder(self[$0], self[$0 - 1]) }
        return isOrdered ? self : sorted(by: areInOrder)
    }
}
