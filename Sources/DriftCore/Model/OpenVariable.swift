import YAML

/// An input or output of which a `{{placeholder}}` without a value leaves the name or the type open.
public struct OpenVariable: Hashable, Sendable {
    /// The name, as far as it is known.
    let name: NamePattern

    /// The placeholders that need a value, in order of writing; none where a plan says itself what it leaves open.
    let keys: [String]

    /// Where its file declares it; `nil` if that is said elsewhere.
    let position: Position?

    /// Makes an open variable.
    init(_ name: NamePattern, keys: [String] = [], at position: Position? = nil) {
        self.name = name
        self.keys = keys
        self.position = position
    }
}

extension Flow {
    /// The open variable that a name may turn out to be; `nil` if the flow declares the name, or none fits.
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

    /// What to do so that it can be decided.
    var wayOut: String {
        guard !keys.isEmpty else { return Trigger.OpenSettings.wayOut }
        let options = keys.map { "--set \($0.contains(" ") ? "'\($0)=…'" : "\($0)=…")" }.joined(separator: " ")
        return "give \(keys.count == 1 ? "it one" : "each one") with \(options)"
    }
}

extension FlowSet {
    /// The problems of flows whose placeholders have no values, where a flow must be known whole.
    public var problemsOfOpenVariables: [ReadingError] {
        flows.flatMap { flow in
            flow.openVariables.filter { !$0.keys.isEmpty }.map { open in
                ReadingError(
                    "'\(flow.key)' declares '\(open.name.text)', and \(open.lack)",
                    at: Place(file: flow.file ?? "", position: open.position),
                    wayOut: open.wayOut
                )
            }
        }
    }

    /// The set without the flows whose placeholders have no values, each of which is a problem.
    public var withoutOpenFlows: FlowSet {
        var set = self
        set.flows.removeAll { flow in flow.openVariables.contains { !$0.keys.isEmpty } }
        set.problems += problemsOfOpenVariables
        return set
    }
}
