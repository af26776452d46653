/// The limits on the size and the depth of a text.
public struct YAMLLimits: Hashable, Sendable {
    /// The limits for files that people write and tools export.
    public static let standard = YAMLLimits()

    /// The largest number of bytes; more than 2 GiB can't be read in any case.
    public var bytes: Int

    /// How deep sequences and mappings may be nested when aliases are expanded.
    public var depth: Int

    /// The number of nodes that all aliases of a document together may expand to.
    public var expandedNodes: Int

    /// Makes limits, by default the standard ones.
    public init(bytes: Int = 64 << 20, depth: Int = 200, expandedNodes: Int = 1_000_000) {
        self.bytes = bytes
        self.depth = depth
        self.expandedNodes = expandedNodes
    }
}
