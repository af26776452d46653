import DriftCore
import StrictJSON

extension FlowEntity {
    /// The JSON schema of a flow's inputs or outputs, by their scoped names.
    ///
    /// Source of the form: model JsonSchemaDocument; no public sample of a real one exists.
    func schema(_ what: String, _ variables: [Variable]) -> JSONValue {
        let properties = variables.map { variable in
            let single = JSONValue.object(["type": .string(Self.schemaType(of: variable.type.kind))])
            guard variable.type.isCollection else { return (variable.name, single) }
            return (variable.name, JSONValue.object(["type": .string("array"), "items": single]))
        }
        return .object([
            "id": .string("\(address)/\(what)"),
            "$schema": .string("http://json-schema.org/draft-04/schema#"),
            "title": .string("\(flow.key.name) \(what)"),
            "type": .string("object"),
            "required": .array([]),
            "properties": .object(Dictionary(properties) { first, _ in first }),
            "additionalProperties": .boolean(false),
        ])
    }

    private static func schemaType(of kind: DataType.Kind) -> String {
        switch kind {
        case .integer: "integer"
        case .decimal: "number"
        case .boolean: "boolean"
        case .json: "object"
        default: "string"
        }
    }
}
