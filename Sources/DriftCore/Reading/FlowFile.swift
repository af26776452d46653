import YAML

/// The content of a file among flow exports.
public enum FlowFile: Sendable {
    /// A flow with its inputs and outputs, from Archy YAML, an `.i3*` export, a configuration or a snapshot.
    case flow(Flow)

    /// Flows without inputs and outputs, from a flow listing or an index.
    case entries([FlowEntry])

    case triggers([Trigger])

    /// Flows or triggers of a page of a listing, with what the page says about others.
    indirect case page(FlowFile, of: ListingPage)

    /// Triggers of a Terraform configuration, which start the flows of files.
    case terraform(TerraformExport)

    /// A file without flows or triggers, with the reason for skipping it.
    case skipped(reason: String)
}

/// A page of a listing, apart from its entries.
public struct ListingPage: Hashable, Sendable {
    /// Whether it lists flows rather than triggers, or `nil` for an empty page, which doesn't show it.
    var listsFlows: Bool?

    /// The number of entries, including deleted ones.
    var count: Int

    /// The number of entries on all pages, or `nil` if the page doesn't say.
    var total: Int?

    var hasNext = false

    /// The flows that the page says are deleted.
    var deleted: [FlowKey] = []

    /// What couldn't be read when the list was made.
    var unread: [String] = []
}

/// Reads files that may contain flows; it detects a file's kind by its content.
public struct FlowFileReader: Sendable {
    /// Values for the `{{placeholders}}` of Archy YAML, by key.
    public var substitutions: [String: String]

    /// Whether names keep their masked placeholders, for a caller that handles them.
    var keepsMasks = false

    /// Makes a reader.
    public init(substitutions: [String: String] = [:]) {
        self.substitutions = substitutions
    }

    /// Reads one file.
    ///
    /// - Parameters:
    ///   - bytes: The file's bytes.
    ///   - file: The file's path, for messages. Its stem replaces a flow's name that is a placeholder, and an
    ///     exporter's `<name>-<TYPE>-<id>.yaml` provides the id.
    /// - Returns: The file's content, or why the file is skipped.
    /// - Throws: ``ReadingError`` if the file is of a known kind but broken.
    public func read(_ bytes: [UInt8], file: String) throws(ReadingError) -> FlowFile {
        let name = FileName(file)
        switch (FileContent(bytes), name.kind) {
        case (.blank, .flow):
            throw ReadingError("The file is empty", at: Place(file: file), fix: "export the flow again")
        case (.blank, _): return .skipped(reason: "it is empty")
        case (.binary, .flow):
            throw ReadingError("The file is not text", at: Place(file: file), fix: "export the flow again")
        case (.binary, _): return .skipped(reason: "it is not text")
        case (.json, .yaml): return try jsonOrYAML(bytes, name: name)
        case (.json, let kind):
            let content = try json(bytes, name: name, isSurelyJSON: kind != .other)
            guard case .skipped = content else { return content }
            return TerraformExportReader().read(bytes) ?? content
        case (.base64, _), (.text, .flow): return try export(bytes, name: name)
        case (.text, .yaml): return try yaml(bytes, name: name)
        case (.text, .json): return try noJSON(bytes, name: name)
        case (.text, .other) where FileContent.hasFlowRoot(bytes): return try yaml(bytes, name: name)
        case (.text, .other): return .skipped(reason: "it holds no flow")
        }
    }

    /// Reads JSON; text in a relaxed form of JSON, such as an editor's settings, is skipped rather than a broken flow.
    private func json(_ bytes: [UInt8], name: FileName, isSurelyJSON: Bool) throws(ReadingError) -> FlowFile {
        do throws(ReadingError) {
            return try PlatformJSONReader(file: name.path, isSurelyJSON: isSurelyJSON).read(bytes)
        } catch {
            guard name.kind == .json, !Self.isJSON(bytes), Self.isLooseJSON(bytes),
                !Self.looksLikeFlow(bytes, file: name.path)
            else {
                throw error
            }
            return .skipped(reason: "it holds no flow: it is JSON with comments or the like")
        }
    }

    /// Reads a text with a JSON file name that starts neither with `{` nor `[`.
    private func noJSON(_ bytes: [UInt8], name: FileName) throws(ReadingError) -> FlowFile {
        if Self.isLooseJSON(bytes), !Self.looksLikeFlow(bytes, file: name.path) {
            return .skipped(reason: "it holds no flow: it is JSON with comments or the like")
        }
        throw ReadingError("The file is not JSON: it does not begin with { or [", at: Place(file: name.path))
    }

    /// Reads JSON with a YAML file name, or YAML that starts with a brace.
    private func jsonOrYAML(_ bytes: [UInt8], name: FileName) throws(ReadingError) -> FlowFile {
        let file = try PlatformJSONReader(file: name.path, isSurelyJSON: false).read(bytes)
        guard case .skipped = file else { return file }
        return try yaml(bytes, name: name)
    }

    private func export(_ bytes: [UInt8], name: FileName) throws(ReadingError) -> FlowFile {
        if let json = ExportEncoding.json(from: bytes) {
            return try PlatformJSONReader(file: name.path, isSurelyJSON: name.kind == .flow, isEncoded: true).read(json)
        }
        guard name.kind == .flow else { return .skipped(reason: "it holds no flow") }
        throw ReadingError(
            "The file is not a flow export: it is not base64 of percent-encoded JSON",
            at: Place(file: name.path),
            fix: "it may have been cut short; export the flow again"
        )
    }

    private func yaml(_ bytes: [UInt8], name: FileName) throws(ReadingError) -> FlowFile {
        let document: YAMLDocument
        do {
            document = try YAMLDocument(
                parsing: Placeholders(values: substitutions).apply(to: bytes),
                file: name.path
            )
        } catch {
            guard FileContent.hasFlowRoot(bytes) else { return .skipped(reason: "it is not YAML that begins a flow") }
            throw ReadingError(error, in: name.path)
        }
        guard let node = document.root else { return .skipped(reason: "it is empty") }
        guard node.kind == .mapping, node["flowdrift"] != nil else {
            return try ArchyReader(name: name, keepsMasks: keepsMasks).read(YAMLCursor(node: node))
        }
        // flowdrift's own files have no placeholders, so braces are literal.
        return try SnapshotReader(file: name.path).read(YAMLCursor.root(of: bytes, file: name.path, what: "a snapshot"))
    }
}
