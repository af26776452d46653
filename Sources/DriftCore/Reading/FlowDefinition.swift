package import YAML

/// The definition of one flow as its file holds it: decoded, but not cut down to its interface.
package enum FlowDefinition: Sendable {
    /// A configuration: JSON as the Platform API returns it.
    case configuration([UInt8])

    /// Archy YAML: what stands under the root key, and the variables declared there.
    case archy(YAMLNode, variables: [DeclaredVariable])

    /// A snapshot, which holds no more than a ``Flow`` does.
    case snapshot

    /// A variable that a flow declares, whether or not callers see it.
    package struct DeclaredVariable: Hashable, Sendable {
        /// The variable.
        package var variable: Variable

        /// Whether callers may send it.
        package var isInput: Bool

        /// Whether callers get it back.
        package var isOutput: Bool

        /// Whether its initial value is an expression, and not a literal.
        package var isComputed: Bool

        /// Makes a declared variable.
        package init(_ variable: Variable, isInput: Bool, isOutput: Bool, isComputed: Bool = false) {
            self.variable = variable
            self.isInput = isInput
            self.isOutput = isOutput
            self.isComputed = isComputed
        }
    }
}

extension FlowDefinition {
    /// The text of an Archy YAML scalar, its masked placeholders written as they stand in the file.
    package static func text(of node: YAMLNode) -> String {
        Placeholders.unmasked(node.text)
    }

    /// What stands for an expression that reads nobody knows what: one with a placeholder that is not filled.
    package static let unknownExpression = String(
        decoding: Placeholders(values: [:]).apply(to: Array("{{unknown}}".utf8)),
        as: UTF8.self
    )
}

extension FlowFileReader {
    /// The definition of the one flow in a file; nil where the file holds something else.
    ///
    /// - Throws: ``ReadingError`` where the file is one of the kinds, but broken.
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
