/// A place in a text, in an editor's lines and columns.
public struct Position: Hashable, Comparable, Sendable {
    /// The line, counted from 1.
    public var line: Int

    /// The column in Unicode scalars, counted from 1.
    public var column: Int

    /// Makes a position from a line and a column, both counted from 1.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// Orders positions by their order in the text.
    public static func < (lhs: Position, rhs: Position) -> Bool {
        (lhs.line, lhs.column) < (rhs.line, rhs.column)
    }
}

extension Position: CustomStringConvertible {
    /// The position as `line:column`.
    public var description: String { "\(line):\(column)" }
}
