import YAML

/// A node of a file that is read strictly: an unexpected key or value is an error, with its place.
struct YAMLCursor {
    let node: YAMLNode

    var file: String { node.file }

    /// Parses a text; an empty text is an error.
    ///
    /// - Parameters:
    ///   - bytes: The file's bytes.
    ///   - file: The file's name, for messages.
    ///   - what: The expected kind of file, with its article: `a contract`.
    /// - Returns: The root.
    /// - Throws: ``ReadingError`` if the text isn't YAML, or is empty.
    static func root(of bytes: [UInt8], file: String, what: String) throws(ReadingError) -> YAMLCursor {
        let document: YAMLDocument
        do {
            document = try YAMLDocument(parsing: bytes, file: file)
        } catch {
            throw ConflictMark(in: bytes)?.error(in: file, what) ?? ReadingError(error, in: file)
        }
        guard let root = document.root else {
            let fix =
                switch what {
                case "a snapshot", "an entry of the index":
                    "restore the file from git, or take the snapshots again with `flowdrift snapshot`"
                case "an index", "triggers", "topics", "callers": "restore the file from git"
                default: "write \(what) into the file, or restore the file from git"
                }
            throw ReadingError("The file is empty", at: Place(file: file), fix: fix)
        }
        return YAMLCursor(node: root)
    }

    /// An error at this node.
    ///
    /// The message shows a masked placeholder in its original form; then the fix is to give the placeholder a value.
    func error(_ problem: String, _ fix: String? = nil) -> ReadingError {
        let isMasked = node.kind == .scalar && Placeholders.isMasked(node.text)
        return ReadingError(
            Placeholders.unmasked(problem),
            at: Place(file: file, position: node.position),
            fix: isMasked ? "give the placeholder a value with --set" : fix
        )
    }

    /// The node as a mapping with only certain keys.
    ///
    /// - Parameters:
    ///   - what: The kind of mapping, with its article: `a launch`.
    ///   - keys: The allowed keys.
    /// - Returns: The node.
    /// - Throws: ``ReadingError`` at the first other key.
    func mapping(_ what: String, keys: [String]) throws(ReadingError) -> YAMLCursor {
        try requireMapping(what)
        if let key = node.firstKey(otherThan: keys).map(YAMLCursor.init) {
            let near = NearName.best(for: key.node.text, among: keys)
            throw key.error(
                "Unknown key \(key.found) in \(what)",
                near.map { "did you mean '\($0)'?" }
                    ?? (keys.isEmpty ? "no keys are allowed" : "the allowed keys are \(keys.joined(separator: ", "))")
            )
        }
        return self
    }

    func requireMapping(_ what: String) throws(ReadingError) {
        guard node.kind == .mapping else {
            throw error("Expected \(what) (a mapping of keys to values), found \(found)")
        }
    }

    /// The value of a key, or `nil` if the mapping doesn't have it.
    func value(_ key: String) -> YAMLCursor? {
        node[key].map { YAMLCursor(node: $0) }
    }

    func required(_ key: String, in what: String) throws(ReadingError) -> YAMLCursor {
        guard let value = value(key) else { throw error("Missing key '\(key)' in \(what)") }
        return value
    }

    /// The entries of a mapping with arbitrary keys.
    func entries(_ what: String) throws(ReadingError) -> [(key: YAMLCursor, value: YAMLCursor)] {
        try requireMapping(what)
        var entries: [(key: YAMLCursor, value: YAMLCursor)] = []
        for (key, value) in node.entries {
            entries.append((YAMLCursor(node: key), YAMLCursor(node: value)))
        }
        return entries
    }

    func elements(_ what: String) throws(ReadingError) -> [YAMLCursor] {
        guard node.kind == .sequence else { throw error("Expected \(what) (a list), found \(found)") }
        return node.elements.map { YAMLCursor(node: $0) }
    }

    /// What the node is, in words that follow "found": `a mapping`.
    var found: String {
        switch node.kind {
        case .mapping: "a mapping"
        case .sequence: "a list"
        case .scalar: node.isNull ? "nothing" : "'\(node.text)'"
        }
    }
}
