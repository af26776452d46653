import DriftCore
import YAML

/// A flow's configuration, as the API answers it.
///
/// Source of the form: read off real exports.
struct Configuration {
    /// The JSON.
    let bytes: [UInt8]

    /// Makes a configuration of a flow's variables, which reads nothing.
    init(of flow: Flow) {
        self.init(of: flow, variables: Self.variables(of: flow), items: [], description: nil)
    }

    /// Makes a configuration of a flow's definition.
    ///
    /// A definition that is a configuration stays as it is, byte for byte.
    init(of flow: Flow, from definition: FlowDefinition) {
        switch definition {
        case .configuration(let json): self.init(bytes: json)
        case .snapshot: self.init(of: flow)
        case .archy(let body, let variables):
            self.init(
                of: flow,
                variables: variables,
                items: [ArchySequence(body, of: flow).json],
                description: body["description"].map(FlowDefinition.text)
            )
        }
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private init(
        of flow: Flow,
        variables: [FlowDefinition.DeclaredVariable],
        items: [JSONValue],
        description: String?
    ) {
        let members: [String: JSONValue?] = [
            "name": .string(flow.key.name),
            "type": .string(flow.key.type.name),
            "description": description.map { .string($0) },
            "defaultLanguage": .string("en-us"),
            "initialSequence": .string(ArchySequence.id(of: flow)),
            "nextTrackingNumber": .number("1"),
            "uiMetaData": .object([:]),
            "manifest": .object([:]),
            "supportedLanguages": .array([]),
            "flowSequenceItemList": .array(items),
            "variables": .array(variables.map { Self.json(of: $0, in: flow) }),
        ]
        self.init(bytes: JSONValue.members(members).bytes)
    }

    /// The flow's inputs and outputs; one that is both is one variable.
    private static func variables(of flow: Flow) -> [FlowDefinition.DeclaredVariable] {
        var outputs = flow.outputs
        let inputs = flow.inputs.map { input in
            let index = outputs.firstIndex { FlowDefinition.DeclaredVariable.areAlike($0, input) }
            if let index { outputs.remove(at: index) }
            return FlowDefinition.DeclaredVariable(input, isInput: true, isOutput: index != nil)
        }
        return inputs + outputs.map { .init($0, isInput: false, isOutput: true) }
    }

    private static func json(of declared: FlowDefinition.DeclaredVariable, in flow: Flow) -> JSONValue {
        let variable = declared.variable
        let members: [String: JSONValue?] = [
            "id": .string(MadeID.text(for: "variable", "\(flow.key) \(variable.name)")),
            "name": .string(variable.name),
            "isCollection": .boolean(variable.type.isCollection),
            "isInternal": .boolean(false),
            "isInput": .boolean(declared.isInput),
            "isOutput": .boolean(declared.isOutput),
            "isSecure": .boolean(variable.isSecure),
            "version": .string("1.0"),
            "__type": .string(typeName(of: variable.type.kind) + "Variable"),
            "typeIdentifier": variable.type.kind == .json ? .string("jsn") : nil,
            "initialValue": ConfigurationValue.initial(variable.defaultText, type: variable.type).json,
        ]
        return .members(members)
    }

    private static func typeName(of kind: DataType.Kind) -> String {
        kind == .boolean ? "Bool" : kind.name.prefix(1).uppercased() + kind.name.dropFirst()
    }
}

extension FlowDefinition.DeclaredVariable {
    /// Whether two variables are the same declaration, wherever they stand.
    fileprivate static func areAlike(_ lhs: Variable, _ rhs: Variable) -> Bool {
        (lhs.name, lhs.type, lhs.defaultText, lhs.isSecure) == (rhs.name, rhs.type, rhs.defaultText, rhs.isSecure)
    }
}

extension JSONValue {
    /// The value as JSON in UTF-8.
    var bytes: [UInt8] { Array(description.utf8) }

    /// An object of the members that have a value.
    static func members(_ members: [String: JSONValue?]) -> JSONValue {
        .object(members.compactMapValues(\.self))
    }

    /// A whole number.
    static func integer(_ value: Int) -> JSONValue { .number(String(value)) }
}
