import DriftCore
import StrictJSON
import YAML

/// A flow's configuration in the API's format.
///
/// Source of the form: real exports.
struct Configuration {
    let bytes: [UInt8]

    /// Makes a configuration from a flow's variables, with steps that read the inputs that are known to be read.
    init(of flow: Flow) {
        self.init(
            of: flow,
            variables: Self.variables(flow.inputs, flow.outputs),
            steps: ConfigurationSteps(reading: flow.inputs)
        )
    }

    /// Makes a configuration from a flow's definition.
    ///
    /// A definition that is already a configuration stays unchanged, byte for byte.
    init(of flow: Flow, from definition: FlowDefinition) {
        switch definition {
        case .configuration(let json): self.init(bytes: json)
        case .snapshot: self.init(of: flow)
        case .archy(let body, let variables):
            self.init(
                of: flow,
                variables: variables,
                steps: ConfigurationSteps(body),
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
        steps: ConfigurationSteps,
        description: String? = nil
    ) {
        let modules = flow.modules.map { Self.json(of: $0, in: flow) }
        let members: [String: JSONValue?] = [
            "name": .string(flow.key.name),
            "type": .string(flow.key.type.name),
            "description": description.map { .string($0) },
            "defaultLanguage": .string("en-us"),
            "initialSequence": .string(steps.firstID),
            "defaultSettings": .object(steps.settings),
            "nextTrackingNumber": .number("1"),
            "uiMetaData": .object([:]),
            "manifest": Self.manifest(of: flow.calls),
            "supportedLanguages": .array([]),
            "flowSequenceItemList": .array(steps.items + Self.callingTask(flow)),
            "variables": .array(variables.map { Self.json(of: $0, in: flow) }),
            "commonModules": modules.isEmpty ? nil : .array(modules),
        ]
        self.init(bytes: JSONValue.members(members).bytes)
    }

    /// A task with the calls of the flow, or nothing if it calls nothing.
    private static func callingTask(_ flow: Flow) -> [JSONValue] {
        guard !flow.calls.isEmpty else { return [] }
        return [
            .object([
                "id": .string(MadeID.text(for: "calls", flow.key.description)),
                "name": .string("What is called"),
                "__type": .string("Task"),
                "actionList": .array(flow.calls.map(json)),
            ])
        ]
    }

    private static func json(of call: FlowCall) -> JSONValue {
        let (type, id, name) =
            switch call.kind {
            case .dataAction: ("DataAction", "actionId", "actionName")
            case .bot: ("CallBotFlowAction", "flowId", "flowName")
            case .module: ("CallCommonModuleAction", "flowId", "flowName")
            case .transfer: ("TransferFlowAction", "flowId", "flowName")
            }
        let inputs = call.inputs.map { input -> JSONValue in
            .object(["name": .string(input), "value": ConfigurationValue.literal("").json])
        }
        return .members([
            "__type": .string(type),
            id: call.id.map { .string($0) },
            name: .string(call.name),
            "inputs": .array(inputs),
        ])
    }

    /// What a flow depends on, by kind; a transfer's kind depends on the type of the flow, which the call doesn't say.
    private static func manifest(of calls: [FlowCall]) -> JSONValue {
        var manifest: [String: [JSONValue]] = [:]
        for call in calls {
            let kind: String? =
                switch call.kind {
                case .dataAction: "dataAction"
                case .bot: "botFlow"
                case .module: "commonModuleFlow"
                case .transfer: nil
                }
            guard let kind else { continue }
            manifest[kind, default: []].append(
                .members(["id": call.id.map { .string($0) }, "name": .string(call.name)])
            )
        }
        return .object(manifest.mapValues { .array($0) })
    }

    private static func json(of module: ModuleCopy, in flow: Flow) -> JSONValue {
        let variables = variables(module.inputs, module.outputs)
        return .object([
            "id": .string(MadeID.text(for: "module", module.name)),
            "name": .string(module.name),
            "version": .string("1.0"),
            "model": .object(["variables": .array(variables.map { json(of: $0, in: flow) })]),
        ])
    }

    /// The inputs and outputs together; a variable that is both appears once.
    private static func variables(_ inputs: [Variable], _ outputs: [Variable]) -> [FlowDefinition.DeclaredVariable] {
        var outputs = outputs
        let declared = inputs.map { input in
            let index = outputs.firstIndex { FlowDefinition.DeclaredVariable.areAlike($0, input) }
            if let index { outputs.remove(at: index) }
            return FlowDefinition.DeclaredVariable(input, isInput: true, isOutput: index != nil)
        }
        return declared + outputs.map { .init($0, isInput: false, isOutput: true) }
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
            "initialValue": value(of: declared).json(of: variable.type),
        ]
        return .members(members)
    }

    private static func value(of declared: FlowDefinition.DeclaredVariable) -> ConfigurationValue {
        guard let text = declared.variable.defaultText else { return .none }
        return declared.isComputed ? .expression(text) : .literal(text)
    }

    private static func typeName(of kind: DataType.Kind) -> String {
        kind == .boolean ? "Bool" : kind.name.prefix(1).uppercased() + kind.name.dropFirst()
    }
}

extension FlowDefinition.DeclaredVariable {
    /// Whether an input and an output are the same declaration.
    fileprivate static func areAlike(_ lhs: Variable, _ rhs: Variable) -> Bool {
        (lhs.name, lhs.type, lhs.defaultText, lhs.isSecure) == (rhs.name, rhs.type, rhs.defaultText, rhs.isSecure)
    }
}

extension JSONValue {
    var bytes: [UInt8] { Array(description.utf8) }

    /// An object with the members that aren't `nil`.
    static func members(_ members: [String: JSONValue?]) -> JSONValue {
        .object(members.compactMapValues(\.self))
    }

    static func integer(_ value: Int) -> JSONValue { .number(String(value)) }
}
