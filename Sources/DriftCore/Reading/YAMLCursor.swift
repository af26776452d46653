import YAML

/// A node of a file that is read strictly: what does not fit is an error at its place.
struct YAMLCursor {
    /// The node.
    let node: YAMLNode

    /// The file that holds it.
    var file: String { node.file }

    /// The root of a text that must hold one mapping.
    ///
    /// - Parameters:
    ///   - bytes: The file's bytes.
    ///   - file: The file's name, for messages.
    ///   - what: What the file should hold, with its article: `a contract`.
    /// - Returns: The root.
    /// - Throws: ``ReadingError`` where the text is not YAML, or empty.
    static func root(of bytes: [UInt8], file: String, what: String) throws(ReadingError) -> YAMLCursor {
        let document: YAMLDocument
        do {
            document = try YAMLDocument(parsing: bytes, file: file)
        } catch {
            throw ReadingError(error, in: file)
        }
        guard let root = document.root else {
            throw ReadingError("The file is empty", at: Place(file: file), wayOut: "it should hold \(what)")
        }
        return YAMLCursor(node: root)
    }

    /// An error at this node.
    ///
    /// A masked placeholder is shown as it stands in the file; to give it a value is then the way out.
    func error(_ problem: String, _ wayOut: String? = nil) -> ReadingError {
        let isMasked = node.kind == .scalar && Placeholders.isMasked(node.text)
        return ReadingError(
            Placeholders.unmasked(problem),
            at: Place(file: file, position: node.position),
            wayOut: isMasked ? "give the placeholder a value with --set" : wayOut
        )
    }

    /// The node as a mapping that holds no key but those named.
    ///
    /// - Parameters:
    ///   - what: What the mapping is, with its article: `a launch`.
    ///   - keys: The keys that it may hold.
    /// - Returns: The node.
    /// - Throws: ``ReadingError`` at the first key that is none of them.
    func mapping(_ what: String, keys: [String]) throws(ReadingError) -> YAMLCursor {
        try requireMapping(what)
        if let key = node.firstKey(otherThan: keys).map(YAMLCursor.init) {
            let near = NearName.best(for: key.node.text, among: keys)
            throw key.error(
                "Unknown key \(key.found) in \(what)",
                near.map { "did you mean '\($0)'?" }
                    ?? (keys.isEmpty ? "it holds no keys" : "it may hold \(keys.joined(separator: ", "))")
            )
        }
        return self
    }

    /// Checks that the node is a mapping.
    func requireMapping(_ what: String) throws(ReadingError) {
        guard node.kind == .mapping else {
            throw error("Expected \(what), a mapping of keys to values, found \(found)")
        }
    }

    /// The value of a key; nil where the mapping does not hold it.
    func value(_ key: String) -> YAMLCursor? {
        node[key].map { YAMLCursor(node: $0) }
    }

    /// The value of a key that must be there.
    func required(_ key: String, in what: String) throws(ReadingError) -> YAMLCursor {
        guard let value = value(key) else { throw error("Missing key '\(key)' in \(what)") }
        return value
    }

    /// The entries of a mapping whose keys are names of the user's.
    func entries(_ what: String) throws(ReadingError) -> [(key: YAMLCursor, value: YAMLCursor)] {
        try requireMapping(what)
        var entries: [(key: YAMLCursor, value: YAMLCursor)] = []
        for (key, value) in node.entries {
            entries.append((YAMLCursor(node: key), YAMLCursor(node: value)))
        }
        return entries
    }

    /// The elements of a sequence.
    func elements(_ what: String) throws(ReadingError) -> [YAMLCursor] {
        guard node.kind == .sequence else { throw error("Expected \(what), a list, found \(found)") }
        return node.elements.map { YAMLCursor(node: $0) }
    }

    /// What the node is, for "found …".
    var found: String {
        switch node.kind {
        case .mapping: "a mapping"
        case .sequence: "a list"
        case .scalar: node.isNull ? "nothing" : "'\(node.text)'"
        }
    }
}
