/// How to put a finding right.
public struct Fix: Hashable, Sendable {
    /// What to do, as one phrase with no final period.
    public var summary: String

    /// The change to the file that does it; nil where a person must decide or another system must change.
    public var edit: Edit?

    /// Makes a fix.
    public init(_ summary: String, edit: Edit? = nil) {
        self.summary = summary
        self.edit = edit
    }

    /// A replacement of a part of the file that the finding points at.
    public struct Edit: Hashable, Sendable {
        /// Where the replaced text begins.
        public var start: Position

        /// Just past the replaced text.
        public var end: Position

        /// What takes its place.
        public var replacement: String

        /// Makes a replacement.
        package init(start: Position, end: Position, replacement: String) {
            self.start = start
            self.end = end
            self.replacement = replacement
        }

        /// Makes a replacement of what is written.
        package init<Value>(of written: Written<Value>, with replacement: String) {
            start = written.position
            end = written.end
            self.replacement = replacement
        }
    }
}
