import YAML

/// The content of a file among flow exports.
public enum FlowFile: Sendable {
    /// A flow with its inputs and outputs, from Archy YAML, an `.i3*` export, a configuration or a snapshot.
    case flow(Flow)

    /// Flows without inputs and outputs, from a flow listing or an index.
    case entries([FlowEntry])

    case triggers([Trigger])

    /// A data action, whether or not it starts a flow.
    case action(DataActionText)

    /// Flows or triggers of one page of a listing, with what the page says about the whole listing.
    indirect case page(FlowFile, of: ListingPage)

    /// Triggers of a Terraform configuration; the flows that they start are in other files.
    case terraform(TerraformExport)

    /// A file without flows or triggers, with the reason for skipping it.
    case skipped(reason: String)
}

/// The facts about a page of a listing, without the page's entries.
public struct ListingPage: Hashable, Sendable {
    /// Whether the page lists flows rather than triggers, or `nil` if the page is empty, so that this is unknown.
    var listsFlows: Bool?

    /// The number of entries on the page, including deleted ones.
    var count: Int

    /// The number of entries on all pages, or `nil` if the page doesn't say.
    var total: Int?

    var hasNext = false

    /// The flows that the page says are deleted.
    var deleted: [FlowKey] = []

    /// The files, or addresses of the org, that couldn't be read when the listing was made.
    var unread: [String] = []
}

/// Reads files that may contain flows, and detects the kind of a file by its content.
public struct FlowFileReader: Sendable {
    /// Values for the `{{placeholders}}` of Archy YAML, by key.
    public var substitutions: [String: String]

    /// Whether names keep their masked placeholders, for a caller that handles masks.
    var keepsMasks = false

    /// Makes a reader.
    public init(substitutions: [String: String] = [:]) {
        self.substitutions = substitutions
    }

    /// Reads one file.
    ///
    /// - Parameters:
    ///   - bytes: The file's bytes.
    ///   - file: The file's path, for messages. The file's stem replaces a flow's name that is a placeholder. A path
    ///     that the exporter writes, `<name>-<TYPE>-<id>.yaml`, provides the flow's id.
    /// - Returns: The file's content, or why the file is skipped.
    /// - Throws: ``ReadingError`` if the file is of a known kind but broken.
    public func read(_ bytes: [UInt8], file: String) throws(ReadingError) -> FlowFile {
        let name = FileName(file)
        switch (FileContent(bytes), name.kind) {
        case (.blank, .flow):
            throw ReadingError("The file is empty", at: Place(file: file), fix: "export the flow again")
        case (.blank, _): return .skipped(reason: "the file is empty")
        case (.binary, .flow):
            throw ReadingError("The file is not text", at: Place(file: file), fix: "export the flow again")
        case (.binary, _): return .skipped(reason: "the file is not text")
        case (.json, .yaml): return try jsonOrYAML(bytes, name: name)
        case (.json, let kind):
            let content = try json(bytes, name: name, isSurelyJSON: kind != .other)
            guard case .skipped = content else { return content }
            if let file = DataActionFile(bytes, file: name.path) { return .action(file.action) }
            return TerraformExportReader().read(bytes, file: name.path) ?? content
        case (.base64, _), (.text, .flow): return try export(bytes, name: name)
        case (.text, .yaml): return try yaml(bytes, name: name)
        case (.text, .json): return try noJSON(bytes, name: name)
        case (.text, .other) where FileContent.hasFlowRoot(bytes): return try yaml(bytes, name: name)
        case (.text, .other): return .skipped(reason: "the file contains no flow")
        }
    }

    /// Reads JSON; a text in a relaxed form of JSON, such as an editor's settings, is skipped and isn't an error.
    private func json(_ bytes: [UInt8], name: FileName, isSurelyJSON: Bool) throws(ReadingError) -> FlowFile {
        do throws(ReadingError) {
            return try PlatformJSONReader(file: name.path, isSurelyJSON: isSurelyJSON).read(bytes)
        } catch {
            guard name.kind == .json, !Self.isJSON(bytes), Self.isLooseJSON(bytes),
                !Self.looksLikeFlow(bytes, file: name.path)
            else {
                throw error
            }
            return .skipped(reason: "the file contains no flow: it is JSON with comments or similar extensions")
        }
    }

    /// Reads the text of a `.json` file that starts with neither `{` nor `[`.
    private func noJSON(_ bytes: [UInt8], name: FileName) throws(ReadingError) -> FlowFile {
        if Self.isLooseJSON(bytes), !Self.looksLikeFlow(bytes, file: name.path) {
            return .skipped(reason: "the file contains no flow: it is JSON with comments or similar extensions")
        }
        throw ReadingError("The file is not JSON: it does not begin with { or [", at: Place(file: name.path))
    }

    /// Reads a YAML file that starts with a brace or a bracket: JSON or YAML.
    private func jsonOrYAML(_ bytes: [UInt8], name: FileName) throws(ReadingError) -> FlowFile {
        let file = try PlatformJSONReader(file: name.path, isSurelyJSON: false).read(bytes)
        guard case .skipped = file else { return file }
        return try yaml(bytes, name: name)
    }

    private func export(_ bytes: [UInt8], name: FileName) throws(ReadingError) -> FlowFile {
        if let json = ExportEncoding.json(from: bytes) {
            return try PlatformJSONReader(file: name.path, isSurelyJSON: name.kind == .flow, isEncoded: true).read(json)
        }
        guard name.kind == .flow else { return .skipped(reason: "the file contains no flow") }
        throw ReadingError(
            "The file is not a flow export: it is not base64 of percent-encoded JSON",
            at: Place(file: name.path),
            fix: "the file may have been cut short; export the flow again"
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
            guard FileContent.hasFlowRoot(bytes) else {
                return .skipped(reason: "the file is not valid YAML, and no line starts a flow")
            }
            throw ReadingError(error, in: name.path)
        }
        guard let node = document.root else { return .skipped(reason: "the file is empty") }
        guard node.kind == .mapping, node["flowdrift"] != nil else {
            return try ArchyReader(name: name, keepsMasks: keepsMasks).read(YAMLCursor(node: node))
        }
        // The files that flowdrift writes have no placeholders, so braces in them are literal.
        return try SnapshotReader(file: name.path).read(YAMLCursor.root(of: bytes, file: name.path, what: "a snapshot"))
    }
}
