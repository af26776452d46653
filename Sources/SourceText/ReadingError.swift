/// The reason why a file couldn't be read: what is wrong, where, and the fix.
public struct ReadingError: Error, Hashable, Sendable {
    /// Where the file is wrong.
    public var place: Place

    /// What is wrong, as one phrase with no final period.
    public var problem: String

    /// What to do about it, as one phrase with no final period, or `nil` if the problem says enough.
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
