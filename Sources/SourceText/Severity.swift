/// How much a finding matters, from least to most.
public enum Severity: String, CaseIterable, Sendable {
    /// Nothing breaks, but the finding is worth knowing.
    case note

    /// A caller may break; the definitions don't show whether it does.
    case warning

    /// A caller that follows its contract can break, or a flow runs without an input that it reads.
    case error
}

extension Severity: Comparable {
    /// Orders severities by declaration, so `.error` is the greatest.
    public static func < (lhs: Severity, rhs: Severity) -> Bool {
        lhs.rank < rhs.rank
    }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}
