/// The result of a run, as an exit status.
public enum RunStatus: Int32, Sendable {
    /// No finding of a severity that fails a run.
    case inSync = 0

    /// Drift was found, even if something else could not be checked.
    case drift = 1

    /// No drift was found, but something wasn't read, or nothing was checked at all.
    case couldNotCheck = 2

    case badUsage = 64

    /// The word in reports.
    public var word: String {
        switch self {
        case .inSync: "in-sync"
        case .drift: "drift"
        case .couldNotCheck, .badUsage: "could-not-check"
        }
    }
}
