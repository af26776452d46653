import DriftCore
import YAML

/// What an Archy YAML file makes a flow do, in the form of a configuration.
///
/// The steps keep the nesting that they have in the file. Each value is written as a configuration writes it, so
/// that what the flow reads and writes is the same either way.
struct ArchySequence {
    private let body: YAMLNode
    private let flow: Flow

    /// Makes the sequence of what stands under a file's root key.
    init(_ body: YAMLNode, of flow: Flow) {
        self.body = body
        self.flow = flow
    }

    /// The id of a flow's sequence.
    static func id(of flow: Flow) -> String { MadeID.text(for: "sequence", flow.key.description) }

    /// The sequence's JSON.
    var json: JSONValue {
        var members: [String: JSONValue] = [
            "id": .string(Self.id(of: flow)),
            "name": .string("Initial Sequence"),
            "__type": .string("Sequence"),
        ]
        for (key, value) in body.entries where !Self.identity.contains(key.text) {
            members[Self.name(of: key)] = Self.json(of: value, under: key.text)
        }
        return .object(members)
    }

    /// What stands elsewhere in a configuration.
    private static let identity: Set<String> = ["name", "description", "division", "variables"]

    /// A member's name; `text` is kept for values.
    private static func name(of key: YAMLNode) -> String {
        let name = FlowDefinition.text(of: key)
        return name == "text" ? "label" : name
    }

    private static func json(of node: YAMLNode, under key: String) -> JSONValue {
        switch node.kind {
        case .scalar: return .string(FlowDefinition.text(of: node))
        case .sequence: return .array(node.elements.map { json(of: $0, under: "") })
        case .mapping: break
        }
        if let value = value(node) { return value.json }
        if key == "updateData" { return update(node) }
        if key == "inputs" || key == "outputs" || key.hasSuffix("Outputs") { return parameters(node) }
        return .object(members(of: node))
    }

    private static func members(of node: YAMLNode) -> [String: JSONValue] {
        var members: [String: JSONValue] = [:]
        for (key, value) in node.entries { members[name(of: key)] = json(of: value, under: key.text) }
        return members
    }

    /// A mapping that is a value: `{ exp: … }`, `{ lit: … }`, `{ var: … }` or `{ noValue: true }`.
    private static func value(_ node: YAMLNode) -> ConfigurationValue? {
        if let expression = node["exp"], expression.kind == .scalar {
            return .expression(FlowDefinition.text(of: expression))
        }
        if let literal = node["lit"] {
            let items = literal.kind == .scalar ? nil : json(of: literal, under: "")
            return .literal(FlowDefinition.valueText(of: node) ?? "", items: items)
        }
        if let variable = node["var"], variable.kind == .scalar { return .variable(FlowDefinition.text(of: variable)) }
        return node["noValue"] == nil ? nil : ConfigurationValue.none
    }

    /// What a step is given, or gives back: a list of names with values.
    private static func parameters(_ node: YAMLNode) -> JSONValue {
        .array(
            node.entries.map { key, value in
                .object(["name": .string(FlowDefinition.text(of: key)), "value": json(of: value, under: "")])
            }
        )
    }

    /// A step that sets variables: `statements` of `{ string: { variable: Flow.a, value: { exp: Flow.b } } }`.
    private static func update(_ node: YAMLNode) -> JSONValue {
        var members = members(of: node)
        members["__type"] = .string("UpdateVariableAction")
        guard let statements = node["statements"] else { return .object(members) }
        members["statements"] = nil
        members["variables"] = .array(
            statements.elements.flatMap { statement in
                statement.entries.map { _, settings in assignment(settings) }
            }
        )
        return .object(members)
    }

    private static func assignment(_ settings: YAMLNode) -> JSONValue {
        guard let variable = settings["variable"], variable.kind == .scalar, let value = settings["value"] else {
            return json(of: settings, under: "")
        }
        return .object([
            "variable": ConfigurationValue.variable(FlowDefinition.text(of: variable)).json,
            "expression": json(of: value, under: ""),
        ])
    }
}
