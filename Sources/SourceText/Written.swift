/// A value with its position in a text.
public struct Written<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The value.
    public var value: Value

    /// Where the value begins in the text.
    public var position: Position

    /// The position just past the value's end.
    public var end: Position

    /// Makes a value that is written from one position to another.
    public init(_ value: Value, from position: Position, to end: Position) {
        self.value = value
        self.position = position
        self.end = end
    }
}
