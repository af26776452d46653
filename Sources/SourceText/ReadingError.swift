/// The reason why a file couldn't be read: the problem, its place, and the fix.
public struct ReadingError: Error, Hashable, Sendable {
    /// The place of the problem.
    public var place: Place

    /// What is wrong, as one phrase with no final period.
    public var problem: String

    /// How to fix the problem, as one phrase with no final period, or `nil` if the problem itself shows the fix.
    public var fix: String?

    /// Makes an error.
    public init(_ problem: String, at place: Place, fix: String? = nil) {
        self.problem = problem
        self.place = place
        self.fix = fix
    }
}

extension ReadingError: CustomStringConvertible {
    /// The place, the problem and the fix: `specs/x.yaml:3:1: Unknown key 'lunch'; did you mean 'launch'?`.
    public var description: String {
        "\(place): \(problem)" + (fix.map { "; \($0)" } ?? "")
    }
}
