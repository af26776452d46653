/// The reason why a text can't be read as one YAML document.
public struct YAMLError: Error, Hashable, Sendable {
    /// What is wrong, and how to fix it, as one phrase without a final period.
    public var problem: String

    /// Where the text is wrong.
    public var position: Position

    /// Makes an error.
    public init(_ problem: String, at position: Position) {
        self.problem = problem
        self.position = position
    }
}

extension YAMLError: CustomStringConvertible {
    /// The position and the problem, as `line:column: problem`.
    public var description: String { "\(position): \(problem)" }
}
