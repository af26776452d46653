/// Why an org cannot be reached as it was asked: what is missing or wrong, and the way out.
public struct AccessError: Error, Hashable, Sendable {
    /// What is missing or wrong, as one phrase with no final period; never with a secret in it.
    public var problem: String

    /// What to do about it, as one phrase with no final period.
    public var wayOut: String

    /// Makes an error.
    init(_ problem: String, wayOut: String) {
        self.problem = problem
        self.wayOut = wayOut
    }
}

extension AccessError: CustomStringConvertible {
    /// The problem and the way out.
    public var description: String { "\(problem); \(wayOut)" }
}
