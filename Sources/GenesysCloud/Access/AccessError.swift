/// The reason why an org can't be reached: what is missing or wrong, and the fix.
public struct AccessError: Error, Hashable, Sendable {
    /// What is missing or wrong, as one phrase with no final period; never contains a secret.
    public var problem: String

    /// What to do about it, as one phrase with no final period.
    public var fix: String

    init(_ problem: String, fix: String) {
        self.problem = problem
        self.fix = fix
    }
}

extension AccessError: CustomStringConvertible {
    /// The problem and the fix.
    public var description: String { "\(problem); \(fix)" }
}
