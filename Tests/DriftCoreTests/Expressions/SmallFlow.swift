import StrictJSON
import Testing

@testable import DriftCore

/// A workflow of a few lines, which can be written as Archy YAML and as a configuration.
struct SmallFlow: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// The inputs, which are JSON unless a type is given: `Flow.count: integer`.
    var inputs = ["Flow.jsonData"]
    /// The outputs, all JSON; one that is also an input is declared only once.
    var outputs: [String] = []
    /// The actions of each state.
    var states: [[Step]]

    init(_ description: String, inputs: [String] = ["Flow.jsonData"], outputs: [String] = [], _ steps: Step...) {
        self.init(description, inputs: inputs, outputs: outputs, states: [steps])
    }

    init(_ description: String, inputs: [String] = ["Flow.jsonData"], outputs: [String] = [], states: [[Step]]) {
        testDescription = description
        (self.inputs, self.outputs, self.states) = (inputs, outputs, states)
    }

    enum Step: Sendable {
        /// Sets a variable to an expression.
        case set(String, String)
        /// Sets a variable to a literal.
        case setLiteral(String, String)
        /// Branches on an expression.
        case decide(String)
        /// Passes an expression to a data action.
        case pass(String)
        /// Assigns the output of a data action to a variable.
        case take(String)
        /// Declares a variable of a state that the caller of the state can fill.
        case declareInput(String)
    }

    private struct Declaration {
        var name: String
        var type: DataType
        var isInput: Bool
        var isOutput: Bool
    }

    private var declarations: [Declaration] {
        let own = inputs.map { text in
            let parts = text.split(separator: ": ").map(String.init)
            let type = DataType(parts.count > 1 ? parts[1] : "json")
            return Declaration(name: parts[0], type: type, isInput: true, isOutput: outputs.contains(parts[0]))
        }
        let others = outputs.filter { !inputs.contains($0) }
        return own + others.map { Declaration(name: $0, type: DataType(.json), isInput: false, isOutput: true) }
    }
}

extension SmallFlow {
    var yaml: String {
        var lines = ["workflow:", "  name: Small", "  variables:"]
        for declaration in declarations {
            let kind = declaration.type.kind.name + (declaration.type.isCollection ? "Collection" : "") + "Variable"
            lines.append("    - \(kind):")
            lines.append("        { name: \(declaration.name), initialValue: { noValue: true },")
            lines.append("          isInput: \(declaration.isInput), isOutput: \(declaration.isOutput) }")
        }
        lines.append("  states:")
        for (number, steps) in states.enumerated() {
            lines += ["    - state:", "        name: State \(number)", "        variables:"]
            lines += steps.compactMap(Self.yamlDeclaration).map { "          - " + $0 }
            lines.append("        actions:")
            lines += steps.compactMap(Self.yamlAction).map { "          - " + $0 }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func yamlDeclaration(_ step: Step) -> String? {
        guard case .declareInput(let name) = step else { return nil }
        return "jsonVariable: { name: \(name), initialValue: { noValue: true }, isInput: true, isOutput: false }"
    }

    private static func yamlAction(_ step: Step) -> String? {
        switch step {
        case .set(let target, let text):
            "updateData: { statements: [{ json: { variable: \(target), value: { exp: \(JSONValue.quoted(text)) } } }] }"
        case .setLiteral(let target, let text):
            "updateData: { statements: [{ string: { variable: \(target), value: { lit: \(JSONValue.quoted(text)) } } }] }"
        case .decide(let text): "decision: { condition: { exp: \(JSONValue.quoted(text)) } }"
        case .pass(let text): "callData: { inputs: { body: { exp: \(JSONValue.quoted(text)) } } }"
        case .take(let name): "callData: { successOutputs: { id: { var: \(name) }, name: { noValue: true } } }"
        case .declareInput: nil
        }
    }
}

extension SmallFlow {
    var configuration: String {
        let codes = ["json": "jsn", "string": "str", "integer": "int"]
        let variables = declarations.map { declaration in
            """
            {"name": "\(declaration.name)", "isInput": \(declaration.isInput), "isOutput": \(declaration.isOutput), \
            "initialValue": {"config": {"emp": {"pos": 1}}, "text": "", "uiMetaData": {"mode": 3}, \
            "type": "\(codes[declaration.type.kind.name] ?? "any")\(declaration.type.isCollection ? "_coll" : "")"}}
            """
        }
        let items = states.map { steps in
            let own = steps.compactMap(Self.jsonDeclaration).joined(separator: ", ")
            let actions = steps.compactMap(Self.jsonAction).joined(separator: ", ")
            return #"{"__type": "State", "variables": [\#(own)], "actionList": [\#(actions)]}"#
        }
        return """
            {"name": "Small", "type": "workflow", "variables": [\(variables.joined(separator: ", "))], \
            "flowSequenceItemList": [\(items.joined(separator: ", "))], \
            "commonModules": [{"model": {"variables": [], "text": \(Self.expression("Flow.jsonData.module"))}}]}
            """
    }

    private static func jsonDeclaration(_ step: Step) -> String? {
        guard case .declareInput(let name) = step else { return nil }
        return #"{"name": "\#(name)", "isInput": true, "initialValue": \#(literal(""))}"#
    }

    private static func jsonAction(_ step: Step) -> String? {
        switch step {
        case .set(let target, let text):
            #"{"variables": [{"expression": \#(expression(text)), "variable": \#(variable(target))}]}"#
        case .setLiteral(let target, let text):
            #"{"variables": [{"expression": \#(literal(text)), "variable": \#(variable(target))}]}"#
        case .decide(let text): #"{"expression": \#(expression(text))}"#
        case .pass(let text): #"{"inputs": [{"name": "body", "value": \#(expression(text))}]}"#
        case .take(let name): #"{"outputs": [{"name": "id", "value": \#(variable(name))}]}"#
        case .declareInput: nil
        }
    }

    private static func expression(_ text: String) -> String {
        object(text, config: text.contains("(") ? "call" : "ref", mode: 0)
    }

    private static func variable(_ name: String) -> String { object(name, config: "ref", mode: 2) }

    private static func literal(_ text: String) -> String { object(text, config: "lit", mode: 1) }

    private static func object(_ text: String, config: String, mode: Int) -> String {
        let text = JSONValue.quoted(text)
        return """
            {"config": {"\(config)": {"pos": 1, "text": \(text), "operands": [{"ref": {"text": "Flow.unrelated"}}]}}, \
            "text": \(text), "type": "any", "uiMetaData": {"mode": \(mode)}, "version": 2}
            """
    }
}
