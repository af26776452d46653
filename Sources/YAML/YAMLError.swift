/// Why a text cannot be read as one YAML document.
public struct YAMLError: Error, Hashable, Sendable {
    /// What is wrong, as one phrase without a final period; it says the way out where there is one.
    public var problem: String

    /// Where the text is wrong.
    public var position: Position

    /// Makes an error from what is wrong and where.
    public init(_ problem: String, at position: Position) {
        self.problem = problem
        self.position = position
    }
}

extension YAMLError: CustomStringConvertible {
    /// The place and the problem, as `line:column: problem`.
    public var description: String { "\(position): \(problem)" }
}
