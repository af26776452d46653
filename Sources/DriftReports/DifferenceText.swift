public import DriftCore

/// What `flowdrift diff` says, for people.
public struct DifferenceText: Sendable {
    private let style: TextStyle

    /// Makes a report of that style.
    public init(style: TextStyle = TextStyle()) {
        self.style = style
    }

    /// The differences between flows, ending with what they mean.
    public func text(of difference: FlowSetDifference) -> String {
        let lines = difference.flows.flatMap { flow in
            [style.text(Printable.text(heading(flow)), as: .heading)]
                + flow.changes.map { line($0.consequence, $0.phrase) }
        }
        let kinds = [FlowDifference.Kind.added, .removed, .renamed, .changed].compactMap { kind in
            let count = difference.flows.count { $0.kind == kind }
            return count == 0 ? nil : "\(count) \(kind.rawValue)"
        }
        let counts = kinds.isEmpty ? "no difference" : kinds.joined(separator: ", ")
        let flows = Wording.count(difference.count, "flow")
        return closed(
            lines,
            "\(word(difference.flows.isEmpty ? nil : difference.consequence))\(counts); \(flows) compared"
        )
    }

    /// The differences between contracts, ending with what they ask of the flows.
    public func text(of difference: ContractSetDifference) -> String {
        let lines = difference.contracts.flatMap { contract in
            [style.text(Printable.text(contract.name), as: .heading)]
                + contract.changes.map { change in
                    "  \(style.text(change.demand.rawValue, as: role(change.demand))): \(Printable.text(change.phrase))"
                }
        }
        let stricter = difference.contracts.count(where: \.isStricter)
        let counts =
            difference.contracts.isEmpty
            ? "no difference" : "\(difference.contracts.count) of them differ, \(stricter) stricter"
        return closed(lines, "\(Wording.count(difference.count, "contract")) compared, \(counts)")
    }

    private func closed(_ lines: [String], _ summary: String) -> String {
        style.wrapped((lines + (lines.isEmpty ? [] : [""]) + [summary]).joined(separator: "\n") + "\n")
    }

    private func heading(_ flow: FlowDifference) -> String {
        switch flow.kind {
        case .added: "\(flow.key): new"
        case .removed: "\(flow.key): gone, which breaks its callers"
        case .renamed:
            "\(flow.key): is now \(flow.otherKey?.description ?? ""), which breaks those who start it by name"
        case .changed: flow.key.description
        }
    }

    private func line(_ consequence: Consequence, _ phrase: String) -> String {
        "  \(style.text(Self.words(consequence), as: role(consequence))): \(Printable.text(phrase))"
    }

    private func word(_ consequence: Consequence?) -> String {
        switch consequence {
        case .breaks: "breaks a caller: "
        case .mayBreak: "may break a caller: "
        case .safe: "safe: "
        case nil: ""
        }
    }

    private static func words(_ consequence: Consequence) -> String {
        switch consequence {
        case .breaks: "breaks"
        case .mayBreak: "may break"
        case .safe: "safe"
        }
    }

    private func role(_ consequence: Consequence) -> TextStyle.Role {
        switch consequence {
        case .breaks: .error
        case .mayBreak: .warning
        case .safe: .note
        }
    }

    private func role(_ demand: ContractChange.Demand) -> TextStyle.Role { demand == .stricter ? .warning : .note }
}

/// What `flowdrift diff` says, for programs.
public struct DifferenceJSON: Sendable {
    /// Makes a report.
    public init() {}

    /// The differences between flows, members in order of name.
    public func text(of difference: FlowSetDifference) -> String {
        JSONText.encode(
            FlowDocument(
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

    /// The differences between contracts, members in order of name.
    public func text(of difference: ContractSetDifference) -> String {
        JSONText.encode(
            ContractDocument(
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

    private struct FlowDocument: Encodable {
        var flowdrift = 1
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
