import YAML

/// An input or output whose name or type depends on a `{{placeholder}}` without a value.
public struct OpenVariable: Hashable, Sendable {
    /// The name, with its unknown parts.
    let name: NamePattern

    /// The placeholders that need a value, in order of writing; empty if the plan itself leaves the value unknown.
    let keys: [String]

    /// Where the file declares it, or `nil` if another file does.
    let position: Position?

    init(_ name: NamePattern, keys: [String] = [], at position: Position? = nil) {
        self.name = name
        self.keys = keys
        self.position = position
    }
}

extension Flow {
    /// The open variable that may have a name, or `nil` if the flow declares the name or none matches.
    func openVariable(for name: String) -> OpenVariable? {
        guard !openVariables.isEmpty, !(inputs + outputs).contains(where: { $0.name == name }) else { return nil }
        return openVariables.first { $0.name.mayBe(name) }
    }
}

extension OpenVariable {
    /// The placeholders as one phrase: `the placeholder '{{who}}' has no value`.
    var lack: String {
        let names = keys.map { "'{{\($0)}}'" }.joined(separator: ", ")
        return keys.count == 1 ? "the placeholder \(names) has no value" : "the placeholders \(names) have no values"
    }

    /// How to make it known.
    var fix: String {
        guard !keys.isEmpty else { return Trigger.OpenSettings.fix }
        let options = keys.map { "--set \($0.contains(" ") ? "'\($0)=…'" : "\($0)=…")" }.joined(separator: " ")
        return "give \(keys.count == 1 ? "it one" : "each one") with \(options)"
    }
}

extension FlowSet {
    /// The errors of flows whose placeholders have no values, for commands that need complete flows.
    public var problemsOfOpenVariables: [ReadingError] {
        flows.flatMap { flow in
            flow.openVariables.filter { !$0.keys.isEmpty }.map { open in
                ReadingError(
                    "'\(flow.key)' declares '\(open.name.text)', and \(open.lack)",
                    at: Place(file: flow.file ?? "", position: open.position),
                    fix: open.fix
                )
            }
        }
    }

    /// The set without the flows whose placeholders have no values; each becomes a problem.
    public var withoutOpenFlows: FlowSet {
        var set = self
        set.flows.removeAll { flow in flow.openVariables.contains { !$0.keys.isEmpty } }
        set.problems += problemsOfOpenVariables
        return set
    }
}
