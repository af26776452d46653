/// Which side moved, so that a contract and a live flow parted.
public enum Mover: String, CaseIterable, Sendable {
    /// The flow: it is another than its snapshot, or than its snapshot at the base revision, on which the contract holds.
    case flow

    /// The contract: it holds on the snapshot as it was at the base revision.
    case contract

    /// Neither: the two were apart at the base revision already.
    case neither

    /// Not the flow; whether the contract did, no base revision tells.
    case notFlow = "not-flow"

    /// Who moved, in words.
    public var phrase: String {
        switch self {
        case .flow: "the flow: its earlier snapshot is another"
        case .contract: "the contract: it held on the same snapshot before"
        case .neither: "neither side: they were apart before"
        case .notFlow: "not the flow: its snapshot is the same in this; --base tells whether the contract did"
        }
    }
}
