import YAML

/// Reads a flow from Archy YAML.
///
/// Only variables in the list `variables` at the root can be inputs or outputs.
struct ArchyReader {
    let name: FileName

    /// Whether names keep their masked placeholders; then a variable whose type depends on a placeholder has
    /// ``openType``.
    var keepsMasks = false

    /// The type of a variable if a placeholder affects more than the variable's name.
    static let openType = DataType(.other(FlowDefinition.unknownExpression))

    /// Reads a flow, or returns the reason why the file contains no flow.
    func read(_ root: YAMLCursor) throws(ReadingError) -> FlowFile {
        guard root.node.kind == .mapping else {
            return .skipped(reason: "the file contains no flow: its root is not a mapping")
        }
        for (key, value) in root.node.entries {
            guard let type = FlowType(archyRoot: key.text) else { continue }
            return .flow(try flow(YAMLCursor(node: value), type: type))
        }
        let first = root.node.entries.first { _ in true }?.key.text ?? ""
        return .skipped(reason: "the file contains no flow: '\(Placeholders.unmasked(first))' is not a flow's root key")
    }

    private func flow(_ body: YAMLCursor, type: FlowType) throws(ReadingError) -> Flow {
        try body.requireMapping("a \(type) flow")
        let ownName = try body.required("name", in: "a \(type) flow").text("the flow's name")
        let isUnnamed = Placeholders.isMasked(ownName) && !keepsMasks
        let key = FlowKey(type: type, name: isUnnamed ? name.stem : ownName)
        var inputs: [Variable] = []
        var outputs: [Variable] = []
        var open: [OpenVariable] = []
        for element in try variables(of: body) {
            if isOpen(element) {
                inputs.append(Variable(name: element.node.text, type: Self.openType))
                continue
            }
            for (kind, settings) in try element.entries("a variable") {
                let declared = try declaration(kind, settings)
                let name = declared.variable.name
                guard declared.isInput || declared.isOutput else { continue }
                if let variable = openVariable(kind, settings) {
                    open.append(variable)
                    continue
                }
                guard !(inputs + outputs).contains(where: { $0.name == name }) else {
                    throw settings.error(
                        "Variable '\(name)' is declared twice",
                        "keep only one of the two declarations"
                    )
                }
                if declared.isInput { inputs.append(declared.variable) }
                if declared.isOutput { outputs.append(declared.variable) }
            }
        }
        var flow = Flow(
            key: key,
            id: name.id(of: type),
            division: division(body),
            inputs: inputs.isEmpty
                ? [] : InputReads.inputs(inputs, outputs: outputs, reading: ArchyExpressions.of(body.node)),
            outputs: outputs,
            calls: ArchyCalls.of(body.node),
            file: name.path
        )
        flow.openVariables = open.ordered { $0.name.text < $1.name.text }
        if isUnnamed { flow.placeholderName = Placeholders.unmasked(ownName) }
        return flow
    }

    /// The open variable, if the name or the type depends on placeholders.
    ///
    /// - Returns: The variable, or `nil` if name and type are known, or if the reader keeps masks.
    private func openVariable(_ kind: YAMLCursor, _ settings: YAMLCursor) -> OpenVariable? {
        guard !keepsMasks, let name = settings.value("name")?.node else { return nil }
        var keys: [String] = []
        for key in Placeholders.maskedKeys(in: kind.node.text) + Placeholders.maskedKeys(in: name.text)
        where !keys.contains(key) {
            keys.append(key)
        }
        return keys.isEmpty ? nil : OpenVariable(NamePattern(masked: name.text), keys: keys, at: name.position)
    }

    private func variables(of body: YAMLCursor) throws(ReadingError) -> [YAMLCursor] {
        guard let list = body.value("variables") else { return [] }
        return isOpen(list) ? [list] : try list.elements("variables")
    }

    /// Whether the reader keeps masks and the node is a placeholder, which may become more than a text.
    private func isOpen(_ cursor: YAMLCursor?) -> Bool {
        guard keepsMasks, let node = cursor?.node, node.kind == .scalar else { return false }
        return Placeholders.isMasked(node.text)
    }

    private func division(_ body: YAMLCursor) -> String? {
        guard let text = body.value("division")?.node.text, !text.isEmpty, !Placeholders.isMasked(text) else {
            return nil
        }
        return text
    }

    /// Reads one variable: `stringCollectionVariable: { name: Flow.dates, isInput: true }`.
    func declaration(
        _ kind: YAMLCursor,
        _ settings: YAMLCursor
    ) throws(ReadingError) -> (variable: Variable, isInput: Bool, isOutput: Bool) {
        let text = kind.node.text
        let isCollection = text.hasSuffix("CollectionVariable")
        let typeName = String(text.dropLast(isCollection ? 18 : 8))
        guard text.hasSuffix("Variable") && !typeName.isEmpty || isOpen(kind) else {
            throw kind.error(
                "'\(text)' is not a kind of variable",
                "use a kind that Archy writes, such as `stringVariable` or `jsonCollectionVariable`"
            )
        }
        try settings.requireMapping("a variable's settings")
        let name = try settings.required("name", in: "a variable")
        let ownName = try name.text("the variable's name")
        let flags = ["initialValue", "isInput", "isOutput"].map(settings.value)
        let variable = Variable(
            name: keepsMasks ? ownName : Placeholders.unmasked(ownName),
            type: ([kind] + flags).contains(where: isOpen)
                ? Self.openType
                : DataType(DataType.Kind(name: Placeholders.unmasked(typeName)), isCollection: isCollection),
            defaultText: try settings.value("initialValue").flatMap(InitialValue.text),
            isSecure: try flag("isSecure", settings),
            position: name.node.position
        )
        return (variable, try flag("isInput", settings), try flag("isOutput", settings))
    }

    private func flag(_ key: String, _ settings: YAMLCursor) throws(ReadingError) -> Bool {
        let value = settings.value(key)
        if isOpen(value) { return true }
        return try value?.boolean(key) ?? false
    }
}
