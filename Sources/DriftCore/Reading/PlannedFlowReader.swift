import YAML

/// Reads the file of a planned flow with the substitutions that the plan knows, as the provider would publish it.
public struct PlannedFlowReader: Sendable {
    private let substitutions: PlannedValue<[String: PlannedValue<String>]>

    /// Makes a reader with the substitutions of a planned flow.
    public init(substitutions: PlannedValue<[String: PlannedValue<String>]>) {
        self.substitutions = substitutions
    }

    /// Reads the file.
    ///
    /// - Parameters:
    ///   - bytes: The file's bytes.
    ///   - file: The file's path, for messages.
    /// - Returns: The flow without the variables whose name or type is unknown, and what is unknown because of
    ///   placeholders.
    /// - Throws: ``ReadingError`` if the file contains no flow, or is broken.
    public func read(_ bytes: [UInt8], file: String) throws(ReadingError) -> (flow: Flow, opening: PlannedOpening) {
        let known = (substitutions.value ?? [:]).compactMapValues(\.value)
        var reader = FlowFileReader(substitutions: known)
        reader.keepsMasks = true
        guard case .flow(var flow) = try reader.read(bytes, file: file) else {
            throw ReadingError("The file contains no flow", at: Place(file: file))
        }
        let keys = Placeholders.keys(in: bytes)
        guard !keys.isEmpty else { return (flow, PlannedOpening()) }
        var opening = opening(try found(in: bytes, keys, filledBy: known, file))
        opening.unusedKeys = unusedKeys(in: bytes)
        for index in opening.leftovers.indices {
            opening.leftovers[index].near = near(opening.leftovers[index].key, opening.unusedKeys)
        }
        if Placeholders.isMasked(flow.key.name) {
            opening.name = NamePattern(masked: flow.key.name)
            flow.key.name = Placeholders.unmasked(flow.key.name)
        }
        let isOpen = { (variable: Variable) in
            Placeholders.isMasked(variable.name) || variable.type == ArchyReader.openType
        }
        let open = (flow.inputs + flow.outputs).filter(isOpen)
        flow.openVariables = Set(open.map { NamePattern(masked: $0.name) }).sorted { $0.text < $1.text }
            .map { OpenVariable($0) }
        flow.inputs.removeAll(where: isOpen)
        flow.outputs.removeAll(where: isOpen)
        return (flow, opening)
    }

    /// A placeholder that remains after the known values are filled in.
    private struct Found {
        var key: String
        var position: Position
        var doubt: PlannedOpening.Doubt?
    }

    /// The remaining placeholders, each once: those in texts of the YAML, and those that are only in comments.
    private func found(
        in bytes: [UInt8],
        _ keys: [(key: String, start: Int)],
        filledBy known: [String: String],
        _ file: String
    ) throws(ReadingError) -> [Found] {
        let text = Placeholders(values: known).apply(to: bytes)
        let root = try YAMLCursor.root(of: text, file: file, what: "a flow").node
        var (found, nodes): ([Found], [YAMLNode]) = ([], [root])
        while let node = nodes.popLast() {
            switch node.kind {
            case .scalar: found += self.found(in: node, filledBy: known)
            case .sequence: nodes += node.elements
            case .mapping: for (key, value) in node.entries { nodes += [key, value] }
            }
        }
        let inTexts = Set(found.map(\.key))
        for (key, start) in keys where known[key] == nil && !inTexts.contains(key) {
            found.append(Found(key: key, position: Self.position(of: start, in: bytes), doubt: .comment))
        }
        // If a key is in several places, a place that Archy certainly rejects takes precedence.
        let inOrder = found.sorted { ($0.doubt == nil ? 0 : 1, $0.position) < ($1.doubt == nil ? 0 : 1, $1.position) }
        var seen: Set<String> = []
        return inOrder.filter { seen.insert($0.key).inserted }
    }

    private func found(in node: YAMLNode, filledBy known: [String: String]) -> [Found] {
        let text = node.text
        let isAlone = Placeholders.isOneMask(text)
        return Placeholders.maskedKeys(in: text).map { key in
            let doubt: PlannedOpening.Doubt? =
                known[key] != nil ? .order : !isAlone && Self.isOfTemplate(key, text) ? .template : nil
            return Found(key: key, position: node.position, doubt: doubt)
        }
    }

    /// Whether a placeholder inside a text probably belongs to a message template.
    private static func isOfTemplate(_ key: String, _ text: String) -> Bool {
        let marks = ["{{#", "{{/", "{{^", "{{>", "{{&", "{{!", "{{{", "{{else"]
        let written = Placeholders.unmasked(text)
        return key.contains { $0 == " " || $0 == "." } || marks.contains { written.contains($0) }
    }

    private func opening(_ found: [Found]) -> PlannedOpening {
        var opening = PlannedOpening()
        for placeholder in found {
            let value = substitutions.value?[placeholder.key]
            if let reason = substitutions.unknownReason ?? value?.unknownReason {
                guard placeholder.doubt != .comment else { continue }
                opening.values.append(
                    PlannedOpening.Value(key: placeholder.key, reason: reason, position: placeholder.position)
                )
            } else {
                opening.leftovers.append(
                    PlannedOpening.Leftover(
                        key: placeholder.key,
                        position: placeholder.position,
                        doubt: placeholder.doubt
                    )
                )
            }
        }
        opening.values.sort { $0.position < $1.position }
        opening.leftovers.sort { $0.position < $1.position }
        return opening
    }

    /// The substitutions that match no placeholder in the file or in another value.
    private func unusedKeys(in bytes: [UInt8]) -> [String] {
        let values = substitutions.value ?? [:]
        let texts = [String(decoding: bytes, as: UTF8.self)] + values.values.compactMap(\.value)
        return values.keys.filter { key in !texts.contains { $0.contains("{{\(key)}}") } }.sorted()
    }

    private func near(_ key: String, _ unused: [String]) -> String? {
        let plain = key.filter { $0 != " " }
        let own = substitutions.value?.keys.filter { $0 != key && $0.filter { $0 != " " } == plain }.sorted().first
        return own ?? NearName.best(for: key, among: unused)
    }

    private static func position(of start: Int, in bytes: [UInt8]) -> Position {
        let before = bytes[..<start]
        let line = before.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).last ?? []
        let number = before.count { $0 == UInt8(ascii: "\n") } + 1
        return Position(line: number, column: String(decoding: line, as: UTF8.self).unicodeScalars.count + 1)
    }
}
