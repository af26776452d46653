extension Array {
    /// The elements in order; those that are in order already, as most files hold them, are not moved.
    func ordered(by areInOrder: (Element, Element) -> Bool) -> [Element] {
        let isOrdered = indices.dropFirst().allSatisfy { !areInOrder(self[$0], self[$0 - 1]) }
        return isOrdered ? self : sorted(by: areInOrder)
    }
}
