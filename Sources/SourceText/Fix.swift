/// How to fix a finding.
public struct Fix: Hashable, Sendable {
    /// What to do, as one phrase with no final period.
    public var summary: String

    /// The change to the file that applies the fix, or `nil` if a person must decide or another system must change.
    public var edit: Edit?

    /// Makes a fix.
    public init(_ summary: String, edit: Edit? = nil) {
        self.summary = summary
        self.edit = edit
    }

    /// A replacement for the part of the file that a finding points at.
    public struct Edit: Hashable, Sendable {
        /// Where the replaced text begins.
        public var start: Position

        /// The position just past the replaced text.
        public var end: Position

        /// The text that replaces the old text.
        public var replacement: String

        package init(start: Position, end: Position, replacement: String) {
            self.start = start
            self.end = end
            self.replacement = replacement
        }

        package init<Value>(of written: Written<Value>, with replacement: String) {
            start = written.position
            end = written.end
            self.replacement = replacement
        }
    }
}
