/// What a flow's expressions read of one of its inputs.
public struct Reads: Hashable, Sendable {
    /// How much of an input is read, and whether that's fully known.
    public enum Extent: String, Hashable, Sendable {
        /// Nothing reads it; setting it, or returning it as an output of the same name, doesn't count.
        case unread
        /// It's read; a JSON input only at the given paths.
        case read
        /// A JSON input is read at the given paths, and perhaps at others.
        ///
        /// The reason is that the whole value is passed on, a member's name is computed, a copy can't be followed, or
        /// the flow sets the input itself.
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
