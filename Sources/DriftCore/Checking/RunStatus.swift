/// How a run ended, and with which exit status.
public enum RunStatus: Int32, Sendable {
    /// Nothing at or over the severity that fails a run.
    case inSync = 0

    /// Drift was found, even if something else could not be checked.
    case drift = 1

    /// No drift was found, but something selected was not read, or nothing was judged at all.
    case couldNotCheck = 2

    /// The command was called in a way that it does not know.
    case badUsage = 64

    /// The word for it in reports.
    public var word: String {
        switch self {
        case .inSync: "in-sync"
        case .drift: "drift"
        case .couldNotCheck, .badUsage: "could-not-check"
        }
    }
}
