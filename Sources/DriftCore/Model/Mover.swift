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
        case .flow: "the flow: its earlier snapshot is another"
        case .contract: "the contract: it held on the same snapshot before"
        case .neither: "neither side: they were apart before"
        case .notFlow: "not the flow: its snapshot is the same in this; --base tells whether the contract did"
        }
    }
}
