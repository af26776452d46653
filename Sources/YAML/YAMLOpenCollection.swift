/// A sequence or mapping whose end hasn't been read yet.
struct YAMLOpenCollection {
    let record: Int

    /// The number of the collection's anchor, or `nil` if it has none.
    let anchor: Int?

    /// The number of nodes that the aliases before the collection expand to.
    let expandedBefore: Int

    /// The number of nodes that the collection directly contains so far.
    var children: UInt32 = 0

    /// The number of levels of collections inside the collection so far.
    var height = 0

    /// The document itself, which contains the top node.
    static let document = YAMLOpenCollection(record: 0, anchor: nil, expandedBefore: 0)
}
