/// How much a text may ask of its reader.
public struct YAMLLimits: Hashable, Sendable {
    /// The limits for files that people write and tools export.
    public static let standard = YAMLLimits()

    /// How many bytes the text may have; above 2 GiB there is no reading it.
    public var bytes: Int

    /// How many sequences and mappings may stand inside one another, aliases followed.
    public var depth: Int

    /// How many nodes the aliases of a document may stand for, all together.
    public var expandedNodes: Int

    /// Makes limits from the standard ones.
    public init(bytes: Int = 64 << 20, depth: Int = 200, expandedNodes: Int = 1_000_000) {
        self.bytes = bytes
        self.depth = depth
        self.expandedNodes = expandedNodes
    }
}
