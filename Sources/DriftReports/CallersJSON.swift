public import DriftCore

/// The output of `flowdrift callers` for programs; docs/schemas/callers.schema.json describes it.
public struct CallersJSON: Sendable {
    private let problems: [ReadingError]

    /// Makes a report with the errors from reading flows, contracts and code.
    public init(problems: [ReadingError] = []) {
        self.problems = problems
    }

    /// The callers of flows in some environments, with members sorted by name.
    ///
    /// - Parameters:
    ///   - graphs: The callers of each environment.
    ///   - flow: The flow to include, or `nil` for all.
    ///   - input: The input in question, or `nil` if none is named.
    /// - Returns: The JSON text.
    public func text(of graphs: [CallerGraph], flow: FlowKey? = nil, input: String? = nil) -> String {
        let all = graphs.flatMap { graph in
            graph.flows.filter { flow == nil || $0 == flow }.map { key in
                FlowDocument(
                    flow: key.description,
                    environment: graph.environment?.text,
                    callers: graph.chain(to: key).map { CallerDocument($0, input: input) }
                )
            }
        }
        return JSONText.encode(
            Document(
                complete: problems.isEmpty,
                flows: all,
                unknownActions: Set(graphs.flatMap(\.openActions).map(\.name)).sorted(),
                problems: problems.map(JSONReport.ProblemDocument.init)
            )
        )
    }

    private struct Document: Encodable {
        var flowdrift = 1
        var complete: Bool
        var flows: [FlowDocument]
        var unknownActions: [String]
        var problems: [JSONReport.ProblemDocument]
    }

    private struct FlowDocument: Encodable {
        var flow: String
        var environment: String?
        var callers: [CallerDocument]
    }

    private struct CallerDocument: Encodable {
        var kind: String
        var name: String
        var owner: String?
        var location: JSONReport.LocationDocument?
        var passes: String?
        var callers: [CallerDocument]

        init(_ chain: CallerChain, input: String?) {
            kind = chain.caller.kind.rawValue
            name = chain.caller.name
            owner = chain.caller.owner
            location = chain.caller.place.map(JSONReport.LocationDocument.init)
            passes = input.map { chain.caller.passes($0).rawValue }
            callers = chain.callers.map { CallerDocument($0, input: nil) }
        }
    }
}
