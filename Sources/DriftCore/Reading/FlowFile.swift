import YAML

/// What a file among flow exports turned out to hold.
public enum FlowFile: Sendable {
    /// One flow with its interface, from Archy YAML, an `.i3*` export, a configuration or a snapshot.
    case flow(Flow)

    /// Flows that are known by name, without their interface, from a flow listing or an index.
    case entries([FlowEntry])

    /// Triggers, from a trigger listing or a snapshot.
    case triggers([Trigger])

    /// Flows or triggers of a page of a listing, with what the page tells of the others.
    indirect case page(FlowFile, of: ListingPage)

    /// Triggers of a Terraform configuration, whose targets are the flows of files.
    case terraform(TerraformExport)

    /// Nothing to do with flows, for the reason given.
    case skipped(reason: String)
}

/// What a page of a listing tells besides what it lists.
public struct ListingPage: Hashable, Sendable {
    /// Whether flows are listed, not triggers; nil for an empty page, which does not tell.
    var listsFlows: Bool?

    /// How many the page lists, those that are deleted too.
    var count: Int

    /// How many all pages list; nil where the page does not say.
    var total: Int?

    /// Whether another page follows.
    var hasNext = false

    /// The flows that the page calls deleted.
    var deleted: [FlowKey] = []

    /// What could not be read when the list was made.
    var unread: [String] = []
}

/// Reads the files among which flows are found; the kind of each is recognised from its content.
public struct FlowFileReader: Sendable {
    /// Values for the `{{placeholders}}` of Archy YAML, by key.
    public var substitutions: [String: String]

    /// Whether names keep their masked placeholders, for whoever can tell what they leave open.
    var keepsMasks = false

    /// Makes a reader.
    public init(substitutions: [String: String] = [:]) {
        self.substitutions = substitutions
    }

    /// Reads one file.
    ///
    /// - Parameters:
    ///   - bytes: The file's bytes.
    ///   - file: The file's path, as messages should give it. A flow whose name is a placeholder takes the file's
    ///     stem as its name, and an exporter's `<name>-<TYPE>-<id>.yaml` gives its id.
    /// - Returns: What the file holds, or why nothing of it concerns flows.
    /// - Throws: ``ReadingError`` where the file is one of the kinds, but broken.
    public func read(_ bytes: [UInt8], file: String) throws(ReadingError) -> FlowFile {
        let name = FileName(file)
        switch (FileContent(bytes), name.kind) {
        case (.blank, .flow):
            throw ReadingError("The file is empty", at: Place(file: file), wayOut: "export the flow again")
        case (.blank, _): return .skipped(reason: "it is empty")
        case (.binary, .flow):
            throw ReadingError("The file is not text", at: Place(file: file), wayOut: "export the flow again")
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

    /// Reads JSON; what is written like JSON with more freedom, such as an editor's settings, is no broken flow.
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

    /// Reads a text under a JSON name that doesn't begin as flows do.
    private func noJSON(_ bytes: [UInt8], name: FileName) throws(ReadingError) -> FlowFile {
        if Self.isLooseJSON(bytes), !Self.looksLikeFlow(bytes, file: name.path) {
            return .skipped(reason: "it holds no flow: it is JSON with comments or the like")
        }
        throw ReadingError("The file is not JSON: it begins with no { or [", at: Place(file: name.path))
    }

    /// Reads JSON under a YAML name, or YAML that begins with a brace.
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
            wayOut: "it may have been cut short; export the flow again"
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
            guard FileContent.hasFlowRoot(bytes) else { return .skipped(reason: "it is no YAML that begins a flow") }
            throw ReadingError(error, in: name.path)
        }
        guard let node = document.root else { return .skipped(reason: "it is empty") }
        guard node.kind == .mapping, node["flowdrift"] != nil else {
            return try ArchyReader(name: name, keepsMasks: keepsMasks).read(YAMLCursor(node: node))
        }
        // A file of flowdrift's own has no placeholders: braces stand for themselves.
        return try SnapshotReader(file: name.path).read(YAMLCursor.root(of: bytes, file: name.path, what: "a snapshot"))
    }
}
