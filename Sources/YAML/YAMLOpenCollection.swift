/// A sequence or mapping whose end has not been read.
struct YAMLOpenCollection {
    /// Its record.
    let record: Int

    /// Its anchor, where it has one.
    let anchor: Int?

    /// How many nodes aliases stood for before it.
    let expandedBefore: Int

    /// How many levels of collections it holds so far.
    var height = 0
}
