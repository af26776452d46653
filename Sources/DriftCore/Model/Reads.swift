/// What a flow's own expressions read of one of its inputs.
public struct Reads: Hashable, Sendable {
    /// Whether the input is read, and whether all that is read of it is known.
    public enum Extent: String, Hashable, Sendable {
        /// Nothing reads it; being set, or given back as an output of the same name, is no reading.
        case unread
        /// It is read; of a JSON input, at the paths given and nowhere else.
        case read
        /// A JSON input is read at the paths given, and perhaps at others.
        ///
        /// That is so where the whole value is passed on, where a member's name is computed, where a copy cannot
        /// be followed, and where the flow sets the input itself.
        case partly
    }

    /// How far the input is read.
    public var extent: Extent

    /// Where a JSON input is read, in order; empty for inputs of other types.
    public var paths: [MemberPath]

    /// Makes what is read of an input; paths are put in order.
    public init(_ extent: Extent, paths: some Sequence<MemberPath> = []) {
        self.extent = extent
        self.paths = Set(paths).sorted()
    }

    /// Whether anything reads the input.
    public var isRead: Bool { extent != .unread }

    /// Whether ``paths`` are all the places where the input is read.
    public var isComplete: Bool { extent != .partly }
}
