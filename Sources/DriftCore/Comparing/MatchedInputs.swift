import PastedRequests

/// The inputs that a request sends, each with what the flow has for it.
///
/// Sent inputs are not copied: a body may hold millions.
struct MatchedInputs: RandomAccessCollection, Sendable {
    private let sent: [SentInputs.Input]

    /// What the flow has for each; empty where no flow is known.
    private let matches: [VariableMatch?]

    /// Matches inputs with those of a flow, all at once; with none where no flow is known.
    init(_ sent: [SentInputs.Input], in flow: Flow?) {
        self.sent = sent
        guard let flow else {
            matches = []
            return
        }
        let known = sent.filter { !$0.name.isUnknownContent }
        var found = VariableMatch.matches(for: known.map(\.name.text), in: flow.inputs)[...]
        matches = sent.map { $0.name.isUnknownContent ? nil : found.popFirst() }
    }

    var startIndex: Int { 0 }

    var endIndex: Int { sent.count }

    /// An input with what the flow has for it; nil where no flow is known, or the input's name is not.
    subscript(index: Int) -> (sent: SentInputs.Input, match: VariableMatch?) {
        (sent[index], matches.isEmpty ? nil : matches[index])
    }
}
