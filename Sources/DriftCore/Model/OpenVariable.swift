import YAML

/// An input or output whose name or type depends on a `{{placeholder}}` without a value.
public struct OpenVariable: Hashable, Sendable {
    /// The name, with its unknown parts.
    let name: NamePattern

    /// The placeholders that need a value, in the order of the file.
    ///
    /// The list is empty if no placeholder is the cause: a Terraform plan has the name or type, but not yet its value.
    let keys: [String]

    /// Where the flow's file declares the variable, or `nil` if another file does.
    let position: Position?

    init(_ name: NamePattern, keys: [String] = [], at position: Position? = nil) {
        self.name = name
        self.keys = keys
        self.position = position
    }
}

extension Flow {
    /// The open variable whose name may be the given one, or `nil` if none may or the flow declares that name itself.
    func openVariable(for name: String) -> OpenVariable? {
        guard !openVariables.isEmpty, !(inputs + outputs).contains(where: { $0.name == name }) else { return nil }
        return openVariables.first { $0.name.mayBe(name) }
    }
}

extension OpenVariable {
    /// What is missing, as one phrase: `the placeholder '{{who}}' has no value`.
    var lack: String {
        let names = keys.map { "'{{\($0)}}'" }.joined(separator: ", ")
        return keys.count == 1 ? "the placeholder \(names) has no value" : "the placeholders \(names) have no values"
    }

    /// How to find out the variable's name and type.
    var fix: String {
        guard !keys.isEmpty else { return Trigger.OpenSettings.fix }
        let options = keys.map { "--set \($0.contains(" ") ? "'\($0)=…'" : "\($0)=…")" }.joined(separator: " ")
        return "give \(keys.count == 1 ? "the" : "each") placeholder a value with \(options)"
    }
}

extension FlowSet {
    /// An error for each flow with placeholders that have no values, for commands that need complete flows.
    public var problemsOfOpenVariables: [ReadingError] {
        flows.flatMap { flow in
            flow.openVariables.filter { !$0.keys.isEmpty }.map { open in
                ReadingError(
                    "'\(flow.key)' declares variable '\(open.name.text)', whose name or type is unknown: \(open.lack)",
                    at: Place(file: flow.file ?? "", position: open.position),
                    fix: open.fix
                )
            }
        }
    }

    /// The set without the flows whose placeholders have no values; each such flow becomes a problem of the set.
    public var withoutOpenFlows: FlowSet {
        var set = self
        set.flows.removeAll { flow in flow.openVariables.contains { !$0.keys.isEmpty } }
        set.problems += problemsOfOpenVariables
        return set
    }
}
