public import DriftCore

/// The output of `flowdrift diff` for people.
public struct DifferenceText: Sendable {
    private let style: TextStyle

    /// Makes a report.
    public init(style: TextStyle = TextStyle()) {
        self.style = style
    }

    /// The differences between flows, ending with their consequence.
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
        guard difference.count > 0 else { return closed(lines, "no flow was compared") }
        let flows = Wording.count(difference.count, "flow")
        return closed(
            lines,
            "\(word(difference.flows.isEmpty ? nil : difference.consequence))\(counts); \(flows) compared"
        )
    }

    /// The differences between contracts, ending with how many became stricter.
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
            "\(flow.key): renamed to \(flow.otherKey?.description ?? ""), which breaks callers that start it by name"
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
