public import DriftCore

/// The output of `flowdrift diff` for programs.
public struct DifferenceJSON: Sendable {
    private let problems: [JSONReport.ProblemDocument]

    /// Makes a report with the errors from reading the two sides.
    public init(problems: [ReadingError] = []) {
        self.problems = problems.map(JSONReport.ProblemDocument.init)
    }

    /// The report if the problems prevented a comparison of the two sides.
    public var textWithoutComparison: String {
        JSONText.encode(UncomparedDocument(problems: problems))
    }

    /// The differences between flows, with members sorted by name.
    public func text(of difference: FlowSetDifference) -> String {
        JSONText.encode(
            FlowDocument(
                complete: problems.isEmpty,
                problems: problems,
                consequence: difference.consequence.rawValue,
                flows: difference.flows.map { flow in
                    FlowDocument.Flow(
                        flow: flow.key.description,
                        renamedTo: flow.otherKey?.description,
                        kind: flow.kind.rawValue,
                        consequence: flow.consequence.rawValue,
                        changes: flow.changes.map {
                            Change(subject: $0.subject, phrase: $0.phrase, consequence: $0.consequence.rawValue)
                        }
                    )
                }
            )
        )
    }

    /// The differences between contracts, with members sorted by name.
    public func text(of difference: ContractSetDifference) -> String {
        JSONText.encode(
            ContractDocument(
                complete: problems.isEmpty,
                problems: problems,
                stricter: difference.isStricter,
                contracts: difference.contracts.map { contract in
                    ContractDocument.Contract(
                        contract: contract.name,
                        stricter: contract.isStricter,
                        changes: contract.changes.map {
                            ContractDocument.Change(phrase: $0.phrase, demand: $0.demand.rawValue)
                        }
                    )
                }
            )
        )
    }

    private struct UncomparedDocument: Encodable {
        var flowdrift = 1
        var complete = false
        var problems: [JSONReport.ProblemDocument]
    }

    private struct FlowDocument: Encodable {
        var flowdrift = 1
        var complete: Bool
        var problems: [JSONReport.ProblemDocument]
        var consequence: String
        var flows: [Flow]

        struct Flow: Encodable {
            var flow: String
            var renamedTo: String?
            var kind: String
            var consequence: String
            var changes: [DifferenceJSON.Change]
        }
    }

    private struct Change: Encodable {
        var subject: String?
        var phrase: String
        var consequence: String
    }

    private struct ContractDocument: Encodable {
        var flowdrift = 1
        var complete: Bool
        var problems: [JSONReport.ProblemDocument]
        var stricter: Bool
        var contracts: [Contract]

        struct Contract: Encodable {
            var contract: String
            var stricter: Bool
            var changes: [Change]
        }

        struct Change: Encodable {
            var phrase: String
            var demand: String
        }
    }
}
