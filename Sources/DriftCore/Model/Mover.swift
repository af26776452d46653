/// Which side changed, so that a contract and a live flow no longer match.
public enum Mover: String, CaseIterable, Sendable {
    /// The flow: it differs from its snapshot, or from its snapshot at the base revision, which met the contract.
    case flow

    /// The contract: the snapshot met it at the base revision.
    case contract

    /// Neither: they didn't match at the base revision.
    case neither

    /// Not the flow; whether the contract changed is unknown without a base revision.
    case notFlow = "not-flow"

    /// The side in words.
    public var phrase: String {
        switch self {
        case .flow: "the flow: it differs from its earlier snapshot"
        case .contract: "the contract: it matched the same snapshot before"
        case .neither: "neither side: they did not match before either"
        case .notFlow: "not the flow: its snapshot agrees on this; --base shows whether the contract changed"
        }
    }
}
