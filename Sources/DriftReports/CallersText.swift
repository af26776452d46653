public import DriftCore

/// The output of `flowdrift callers` for people.
public struct CallersText: Sendable {
    private let style: TextStyle

    /// Makes a report.
    public init(style: TextStyle = TextStyle()) {
        self.style = style
    }

    /// The callers of one flow, each with its own callers below it, in columns.
    ///
    /// - Parameters:
    ///   - flow: The flow.
    ///   - input: The input in question, or `nil` for all callers.
    ///   - graph: The callers of the environment.
    ///   - isComplete: Whether everything was read, so that there can't be further callers among what was named.
    /// - Returns: The lines, ending with a line break.
    public func text(
        of flow: FlowKey,
        passing input: String?,
        in graph: CallerGraph,
        isComplete: Bool = true
    ) -> String {
        let head = heading(of: flow, input, graph, isComplete)
        let rows = graph.chain(to: flow, passing: input).flatMap { self.rows(of: $0, depth: 0, input: input) }
        let lines = columns(rows).map { "  " + $0 }
        return style.wrapped(([head] + lines + unknowns(in: graph)).joined(separator: "\n") + "\n")
    }

    /// Each flow with the number of its callers, the most first; flows without any are last.
    public func text(of graph: CallerGraph) -> String {
        let counted = graph.flows.map { (flow: $0, callers: graph.callers(of: $0)) }
            .sorted { ($1.callers.count, $0.flow) < ($0.callers.count, $1.flow) }
        let width = counted.map { Self.width(of: Printable.text($0.flow.description)) }.max() ?? 0
        let lines = counted.map { flow, callers in
            let name = Printable.text(flow.description)
            let padding = String(repeating: " ", count: max(0, width - Self.width(of: name)))
            let lack = graph.knows(flow) ? "" : " (the flow itself was not found)"
            return "  \(name)\(padding)  \(callers.isEmpty ? "no caller is known" : kinds(callers))\(lack)"
        }
        let environment = graph.environment.map { " in \($0)" } ?? ""
        let head = style.text("\(Wording.count(graph.flows.count, "flow"))\(environment)", as: .heading)
        return style.wrapped(([head] + lines + unknowns(in: graph)).joined(separator: "\n") + "\n")
    }

    private func heading(of flow: FlowKey, _ input: String?, _ graph: CallerGraph, _ isComplete: Bool) -> String {
        let environment = graph.environment.map { " in \($0)" } ?? ""
        let name = style.text(Printable.text("\(flow)\(environment)"), as: .heading)
        let callers = graph.callers(of: flow)
        guard !callers.isEmpty else { return "\(name): no caller is known" }
        let all = (isComplete ? "" : "at least ") + Wording.count(callers.count, "caller")
        guard let input else { return "\(name): \(all)" }
        let answers = callers.map { $0.passes(input) }
        let (sure, open) = (answers.count { $0 == .yes }, answers.count { $0 == .unknown })
        let may = open == 0 ? "" : ", and \(open) may pass it"
        return "\(name): \(sure) of \(all) \(sure == 1 ? "passes" : "pass") '\(Printable.text(input))'\(may)"
    }

    /// The numbers of callers by kind: `2 contracts, 1 trigger`.
    private func kinds(_ callers: [Caller]) -> String {
        Caller.Kind.allCases.compactMap { kind in
            let count = callers.count { $0.kind == kind }
            guard count > 0 else { return nil }
            guard kind == .code else { return Wording.count(count, kind.rawValue) }
            return count == 1 ? "1 launch in code" : "\(count) launches in code"
        }
        .joined(separator: ", ")
    }

    private func rows(of chain: CallerChain, depth: Int, input: String?) -> [[String]] {
        let caller = chain.caller
        let indent = String(repeating: "  ", count: depth)
        var notes = [caller.owner].compactMap(\.self)
        if let input, depth == 0, caller.passes(input) == .unknown { notes.append("may pass it") }
        if chain.isRepeated { notes.append("its callers are listed above") }
        let row = [
            indent + caller.kind.rawValue, caller.name, caller.place?.description ?? "", notes.joined(separator: ", "),
        ]
        return [row.map(Printable.text)] + chain.callers.flatMap { rows(of: $0, depth: depth + 1, input: input) }
    }

    private static func width(of text: String) -> Int { TextWidth.columns(of: text[...]) }

    /// Rows as lines, with each column as wide as its widest text.
    private func columns(_ rows: [[String]]) -> [String] {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in rows.map { Self.width(of: $0[column]) }.max() ?? 0 }
        return rows.map { row in
            let cells = row.enumerated().map { column, text in
                text + String(repeating: " ", count: widths[column] - Self.width(of: text))
            }
            let line = cells.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }

    /// Lines about callers whose flow is unknown, after an empty line; none if all are known.
    private func unknowns(in graph: CallerGraph) -> [String] {
        let actions = graph.openActions.map { action in
            switch action.target {
            case .input(let input):
                "data action '\(action.name)' starts a flow that its caller chooses: input '\(input)'"
            case .id(let id): "data action '\(action.name)' starts a flow with the id \(id), which no known flow has"
            case .flow, .unknown: "the template of data action '\(action.name)' has no flow id"
            }
        }
        .map { "unknown: " + $0 }
        let calls = graph.openCalls.map { "unknown: '\($0.flow)' calls '\($0.name)', a placeholder without a value" }
        let lines = (actions + calls).map(Printable.text)
        return lines.isEmpty ? [] : [""] + lines
    }
}
