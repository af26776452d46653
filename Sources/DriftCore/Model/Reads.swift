/// What a flow's expressions read of one input.
public struct Reads: Hashable, Sendable {
    /// How much of an input is read, and whether all reads are known.
    public enum Extent: String, Hashable, Sendable {
        /// Nothing reads the input. Setting it, or returning it as an output of the same name, doesn't count as a read.
        case unread
        /// The input is read; a JSON input is only read at the given paths.
        case read
        /// A JSON input is read at the given paths, and perhaps at others.
        ///
        /// The flow may pass on the whole value, compute a member's name, or set the input itself. Or a copy of the
        /// input can't be followed.
        case partly
    }

    /// How much of the input is read.
    public var extent: Extent

    /// The paths at which a JSON input is read, in order; empty for inputs of other types.
    public var paths: [MemberPath]

    /// Makes the reads of an input; paths are sorted.
    public init(_ extent: Extent, paths: some Sequence<MemberPath> = []) {
        self.extent = extent
        self.paths = Set(paths).sorted()
    }

    /// Whether anything reads the input.
    public var isRead: Bool { extent != .unread }

    /// Whether ``paths`` are all the paths at which the input is read.
    public var isComplete: Bool { extent != .partly }
}
