import StrictJSON

extension ContractSchema {
    /// A TypeScript interface of the inputs; an object literal with any other key is a type error.
    public func typeScript() -> String {
        let types = TypeScriptTypes(definitions: definitions, prefix: typeName)
        var text = "// \(Self.comment(header(options: " --as typescript")))\n\n"
        text += "/**\n * \(Self.comment(purpose))\n *\n * \(Self.comment(origin))\n */\n"
        let name = typeName + "InputData"
        if inputs.isEmpty {
            // An empty interface would allow any key.
            text += "export type \(name) = Record<string, never>;\n"
        } else {
            let properties = inputs.map { property(of: $0, types) }
            text += "export interface \(name) {\n\(properties.joined(separator: "\n"))}\n"
        }
        for definition in types.declarations { text += "\n" + definition }
        return VisibleText.escaped(text)
    }

    private func property(of input: Input, _ types: TypeScriptTypes) -> String {
        let isOptional = input.sent != .always
        let type = input.schema.map { types.type(of: $0, indent: 1) } ?? Self.type(input.type)
        let note = "Architect type \(input.type), sent \(input.sent.rawValue)."
        return "  /** \(Self.comment(note)) */\n  \(JSONValue.quoted(input.name))\(isOptional ? "?" : ""): \(type);\n"
    }

    private static func type(_ type: DataType) -> String {
        let element =
            switch type.kind {
            case .string, .dateTime, .date, .time, .duration, .phoneNumber, .timeslot, .queue, .user: "string"
            case .integer, .decimal: "number"
            case .boolean: "boolean"
            case .json: "object"
            case .currency, .other: "unknown"
            }
        return type.isCollection ? "readonly \(element)[]" : element
    }

    /// A text for use inside a comment, escaped so that it can't end the comment.
    private static func comment(_ text: String) -> String { text.replacing("*/", with: "*\\/") }
}
