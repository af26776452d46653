/// A sequence or mapping whose end has not been read.
struct YAMLOpenCollection {
    /// Its record.
    let record: Int

    /// Its anchor, where it has one.
    let anchor: Int?

    /// How many nodes aliases stood for before it.
    let expandedBefore: Int

    /// How many nodes it holds directly so far.
    var children: UInt32 = 0

    /// How many levels of collections it holds so far.
    var height = 0

    /// What holds the top node.
    static let document = YAMLOpenCollection(record: 0, anchor: nil, expandedBefore: 0)
}
