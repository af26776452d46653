/// How large and how deep a text may be.
public struct YAMLLimits: Hashable, Sendable {
    /// The limits for files that people write and tools export.
    public static let standard = YAMLLimits()

    /// The largest number of bytes; more than 2 GiB can't be read in any case.
    public var bytes: Int

    /// How deep sequences and mappings may be nested, aliases expanded.
    public var depth: Int

    /// How many nodes the aliases of a document may stand for in total.
    public var expandedNodes: Int

    /// Makes limits, by default the standard ones.
    public init(bytes: Int = 64 << 20, depth: Int = 200, expandedNodes: Int = 1_000_000) {
        self.bytes = bytes
        self.depth = depth
        self.expandedNodes = expandedNodes
    }
}
