import PastedRequests

/// The inputs that a request sends, each with its match in the flow.
///
/// Sent inputs aren't copied: a body may contain millions.
struct MatchedInputs: RandomAccessCollection, Sendable {
    private let sent: [SentInputs.Input]

    /// The match of each input; empty if no flow is known.
    private let matches: [VariableMatch?]

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

    /// An input with its match, or `nil` if no flow is known or the input's name is a placeholder.
    subscript(index: Int) -> (sent: SentInputs.Input, match: VariableMatch?) {
        (sent[index], matches.isEmpty ? nil : matches[index])
    }
}
