/// The side whose change makes a contract and a live flow differ.
public enum Mover: String, CaseIterable, Sendable {
    /// The flow: the live flow differs from its snapshot, which doesn't have the finding.
    case flow

    /// The contract: at the base revision, contract and snapshot matched.
    case contract

    /// Neither side: the finding existed before, or it concerns no contract and the snapshot has it too.
    case neither

    /// Not the flow: the snapshot has the finding too. Without a base revision, it is unknown whether the contract
    /// changed.
    case notFlow = "not-flow"

    /// The side in words.
    public var phrase: String {
        switch self {
        case .flow: "the flow: it differs from its earlier snapshot"
        case .contract: "the contract: it matched the same snapshot before"
        case .neither: "neither side: the same finding was there before"
        case .notFlow: "not the flow: its snapshot has the same finding; use --base to see whether the contract changed"
        }
    }
}
