package import YAML

/// The full definition of a flow in a file, of which inputs and outputs are only a part.
package enum FlowDefinition: Sendable {
    /// A configuration: JSON from the Platform API.
    case configuration([UInt8])

    /// Archy YAML: the value of the root key, and the variables that it declares.
    case archy(YAMLNode, variables: [DeclaredVariable])

    /// A snapshot, which has no more of the flow's definition than a ``Flow``.
    case snapshot

    /// A variable that a flow declares, whether or not it's an input or output.
    package struct DeclaredVariable: Hashable, Sendable {
        package var variable: Variable
        package var isInput: Bool
        package var isOutput: Bool

        /// Whether the variable's initial value is an expression rather than a literal.
        package var isComputed: Bool

        package init(_ variable: Variable, isInput: Bool, isOutput: Bool, isComputed: Bool = false) {
            self.variable = variable
            self.isInput = isInput
            self.isOutput = isOutput
            self.isComputed = isComputed
        }
    }
}

extension FlowDefinition {
    /// The text of an Archy YAML scalar, with its masked placeholders in their original form.
    package static func text(of node: YAMLNode) -> String {
        Placeholders.unmasked(node.text)
    }

    /// An expression with a placeholder that has no value, so that the expression's reads are unknown.
    package static let unknownExpression = String(
        decoding: Placeholders(values: [:]).apply(to: Array("{{unknown}}".utf8)),
        as: UTF8.self
    )
}

extension FlowFileReader {
    /// The definition of the flow in a file, or `nil` if the file contains something else.
    ///
    /// - Throws: ``ReadingError`` if the file is a broken flow file.
    package func definition(_ bytes: [UInt8], file: String) throws(ReadingError) -> FlowDefinition? {
        let name = FileName(file)
        switch (FileContent(bytes), name.kind) {
        case (.blank, _), (.binary, _): return nil
        case (.json, let kind):
            if case .flow = try PlatformJSONReader(file: file, isSurelyJSON: false).read(bytes) {
                return .configuration(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes)
            }
            return kind == .yaml ? try yamlDefinition(bytes, name: name) : nil
        case (.base64, _), (.text, .flow): return ExportEncoding.json(from: bytes).map { .configuration($0) }
        case (.text, _): return try yamlDefinition(bytes, name: name)
        }
    }

    private func yamlDefinition(_ bytes: [UInt8], name: FileName) throws(ReadingError) -> FlowDefinition? {
        let text = Placeholders(values: substitutions).apply(to: bytes)
        let root = try YAMLCursor.root(of: text, file: name.path, what: "a flow")
        guard root.node.kind == .mapping else { return nil }
        if root.node["flowdrift"] != nil { return .snapshot }
        for (key, value) in root.node.entries where FlowType(archyRoot: key.text) != nil {
            let body = YAMLCursor(node: value)
            return .archy(value, variables: try variables(of: body, reader: ArchyReader(name: name)))
        }
        return nil
    }

    private func variables(
        of body: YAMLCursor,
        reader: ArchyReader
    ) throws(ReadingError) -> [FlowDefinition.DeclaredVariable] {
        var variables: [FlowDefinition.DeclaredVariable] = []
        for element in try body.value("variables")?.elements("variables") ?? [] {
            for (kind, settings) in try element.entries("a variable") {
                let declared = try reader.declaration(kind, settings)
                let isComputed = settings.value("initialValue")?.value("exp") != nil
                variables.append(
                    .init(
                        declared.variable,
                        isInput: declared.isInput,
                        isOutput: declared.isOutput,
                        isComputed: isComputed
                    )
                )
            }
        }
        return variables
    }
}
