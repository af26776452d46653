import DriftCore
import StrictJSON
import YAML

/// A flow's steps in the form of a configuration.
///
/// The steps of Archy YAML keep their nesting, except that states and tasks become a flat list. Each value is written
/// as in a configuration, so that the flow reads and sets the same variables in both forms.
struct ConfigurationSteps {
    /// The states and tasks; each has its own `State.` and `Task.` variables.
    private(set) var items: [JSONValue] = []

    /// The members outside states and tasks.
    private(set) var settings: [String: JSONValue] = [:]

    var firstID: String { Self.id(0) }

    /// Makes the steps from the node under the root key of Archy YAML.
    init(_ body: YAMLNode) {
        let elsewhere: Set<String> = ["name", "description", "division", "variables"]
        for (key, value) in body.entries where !elsewhere.contains(key.text) {
            settings[Self.name(of: key)] = json(of: value, under: key.text)
        }
    }

    private static func id(_ number: Int) -> String { MadeID.text(counting: number + 1) }

    /// A member's name, with a prefix if the name has a meaning in configurations.
    private static func name(of key: YAMLNode) -> String {
        let name = FlowDefinition.text(of: key)
        return ["text", "expression", "outOfService"].contains(name) ? "archy-" + name : name
    }
}

extension ConfigurationSteps {
    private mutating func json(of node: YAMLNode, under key: String = "") -> JSONValue {
        switch node.kind {
        case .scalar: return scalar(node)
        case .sequence: return .array(node.elements.map { json(of: $0) })
        case .mapping where key == "state" || key == "task": return item(node, key)
        case .mapping where key == "inputs" || key == "outputs" || key.hasSuffix("Outputs"): return parameters(node)
        case .mapping: break
        }
        var members = members(of: node)
        if key == "askForSlot", let slot = node["slot"]?["name"] { members["selectedSlot"] = .string(slot.text) }
        return members.count == 1 ? members["value"] ?? .object(members) : .object(members)
    }

    private func scalar(_ node: YAMLNode) -> JSONValue {
        if case .boolean(let value)? = node.scalar { return .boolean(value) }
        return .string(FlowDefinition.text(of: node))
    }

    /// Adds a state or a task to the list, and returns its id to use in its place.
    private mutating func item(_ node: YAMLNode, _ key: String) -> JSONValue {
        let number = items.count
        items.append(.null)
        var members = members(of: node)
        members["id"] = .string(Self.id(number))
        members["__type"] = .string(key == "state" ? "State" : "Task")
        items[number] = .object(members)
        return .string(Self.id(number))
    }

    /// The inputs or outputs of a step, as a list of names with values.
    private mutating func parameters(_ node: YAMLNode) -> JSONValue {
        .array(
            node.entries.map { key, value in
                .object(["name": .string(FlowDefinition.text(of: key)), "value": json(of: value)])
            }
        )
    }

    private mutating func members(of node: YAMLNode) -> [String: JSONValue] {
        var members: [String: JSONValue] = [:]
        let target = node["variable"].flatMap { $0.kind == .scalar ? $0 : nil }
        for (key, value) in node.entries {
            let isAssigned = target != nil && (key.text == "variable" || key.text == "value")
            guard !isAssigned else { continue }
            if let own = self.value(value, under: key.text) {
                members["value"] = own.json
            } else if key.text == "initialValue" {
                members["initialValue"] = assigned(value)
            } else {
                members[Self.name(of: key)] = json(of: value, under: key.text)
            }
        }
        if let target { members["variables"] = .array([assignment(to: target, node["value"])]) }
        return members
    }

    /// The value in a member of a mapping (`exp: …`, `lit: …`, `var: …`, `noValue: true`), or `nil` for any other
    /// member.
    ///
    /// An unfilled placeholder in an expression stays masked, so that readers treat the expression as unknown.
    private func value(_ node: YAMLNode, under key: String) -> ConfigurationValue? {
        guard node.kind == .scalar else { return nil }
        return switch key {
        case "exp": .expression(node.text)
        case "lit": .literal(FlowDefinition.text(of: node))
        case "var": .variable(FlowDefinition.text(of: node))
        case "noValue": ConfigurationValue.none
        default: nil
        }
    }

    /// An assignment: `{ variable: Flow.a, value: { exp: Flow.b } }`.
    private mutating func assignment(to target: YAMLNode, _ value: YAMLNode?) -> JSONValue {
        .members([
            "variable": ConfigurationValue.variable(target.text).json,
            "expression": value.map { assigned($0) },
        ])
    }

    /// The value of an assignment.
    private mutating func assigned(_ node: YAMLNode) -> JSONValue {
        if let expression = node["exp"], expression.kind == .scalar {
            return ConfigurationValue.expression(expression.text).json
        }
        if node["noValue"] != nil { return ConfigurationValue.none.json }
        if let literal = node["lit"], literal.kind == .scalar {
            return ConfigurationValue.literal(FlowDefinition.text(of: literal)).json
        }
        return .object(["value": json(of: node)])
    }
}

extension ConfigurationSteps {
    /// Makes steps that read the inputs that are known to be read, for a flow from a snapshot.
    init(reading inputs: [Variable]) {
        let expressions = inputs.flatMap(Self.expressions)
        guard !expressions.isEmpty else { return }
        items = [
            .object([
                "id": .string(firstID),
                "name": .string("What is read"),
                "__type": .string("Task"),
                "actionList": .array(expressions.map { ConfigurationValue.expression($0).json }),
            ])
        ]
    }

    /// Expressions that read an input in the ways that are known.
    private static func expressions(reading input: Variable) -> [String] {
        guard let reads = input.reads else { return [FlowDefinition.unknownExpression] }
        guard reads.isRead else { return [] }
        let paths = reads.paths.map { input.name + $0.steps.map(text).joined() }
        return ["IsSet(\(input.name))"] + paths + (reads.isComplete ? [] : [input.name])
    }

    /// A step into a value, as in an expression.
    private static func text(of step: MemberPath.Step) -> String {
        switch step {
        case .element: "[0]"
        case .member(let name):
            "[\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\"]"
        }
    }
}
