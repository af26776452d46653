/// A value together with where it is written.
public struct Written<Value: Hashable & Sendable>: Hashable, Sendable {
    /// What is written.
    public var value: Value

    /// Where it begins.
    public var position: Position

    /// The position just past its end.
    public var end: Position

    /// Makes a value that is written from one position to another.
    public init(_ value: Value, from position: Position, to end: Position) {
        self.value = value
        self.position = position
        self.end = end
    }
}
