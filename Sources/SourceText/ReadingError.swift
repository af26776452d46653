/// Why a file could not be read: what is wrong, where, and the way out.
public struct ReadingError: Error, Hashable, Sendable {
    /// Where it is wrong.
    public var place: Place

    /// What is wrong, as one phrase with no final period.
    public var problem: String

    /// What to do about it, as one phrase with no final period; nil where the problem says it all.
    public var wayOut: String?

    /// Makes an error.
    public init(_ problem: String, at place: Place, wayOut: String? = nil) {
        self.problem = problem
        self.place = place
        self.wayOut = wayOut
    }
}

extension ReadingError: CustomStringConvertible {
    /// The place, the problem and the way out: `specs/x.yaml:3:1: Unknown key 'lunch'; did you mean 'launch'?`.
    public var description: String {
        "\(place): \(problem)" + (wayOut.map { "; \($0)" } ?? "")
    }
}
