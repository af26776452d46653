/// A sequence or mapping whose end hasn't been read yet.
struct YAMLOpenCollection {
    let record: Int

    /// The number of its anchor, or `nil` if it has none.
    let anchor: Int?

    /// How many nodes the aliases before it stand for.
    let expandedBefore: Int

    /// How many nodes it directly contains so far.
    var children: UInt32 = 0

    /// How many levels of collections it contains so far.
    var height = 0

    /// The document itself, which contains the top node.
    static let document = YAMLOpenCollection(record: 0, anchor: nil, expandedBefore: 0)
}
