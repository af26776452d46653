import YAML

/// A node of a file that is read strictly: what does not fit is an error at its place.
struct YAMLCursor {
    /// The node.
    let node: YAMLNode

    /// The file that holds it.
    let file: String

    /// The root of a text that must hold one mapping.
    ///
    /// - Parameters:
    ///   - bytes: The file's bytes.
    ///   - file: The file's name, for messages.
    ///   - what: What the file should hold, with its article: `a contract`.
    /// - Returns: The root.
    /// - Throws: ``ReadingError`` where the text is empty, or not YAML.
    static func root(of bytes: [UInt8], file: String, what: String) throws(ReadingError) -> YAMLCursor {
        let document: YAMLDocument
        do {
            document = try YAMLDocument(parsing: bytes)
        } catch {
            throw ReadingError(error, in: file)
        }
        guard let root = document.root else {
            throw ReadingError("The file is empty", at: Place(file: file), wayOut: "it should hold \(what)")
        }
        return YAMLCursor(node: root, file: file)
    }

    /// An error at this node.
    func error(_ problem: String, _ wayOut: String? = nil) -> ReadingError {
        ReadingError(problem, at: Place(file: file, position: node.position), wayOut: wayOut)
    }

    /// The node as a mapping that holds no key but those named.
    ///
    /// - Parameters:
    ///   - what: What the mapping is, with its article: `a launch`.
    ///   - keys: The keys that it may hold.
    /// - Returns: The node itself.
    /// - Throws: ``ReadingError`` where it is no mapping, or at a key that is not named.
    func mapping(_ what: String, keys: [String]) throws(ReadingError) -> YAMLCursor {
        try requireMapping(what)
        for (key, _) in node.entries where !keys.contains(where: key.textEquals) {
            let near = NearName.best(for: key.text, among: keys)
            throw YAMLCursor(node: key, file: file).error(
                "Unknown key '\(key.text)' in \(what)",
                near.map { "did you mean '\($0)'?" } ?? "it may hold \(keys.joined(separator: ", "))"
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
        node[key].map { YAMLCursor(node: $0, file: file) }
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
            entries.append((YAMLCursor(node: key, file: file), YAMLCursor(node: value, file: file)))
        }
        return entries
    }

    /// The elements of a sequence.
    func elements(_ what: String) throws(ReadingError) -> [YAMLCursor] {
        guard node.kind == .sequence else { throw error("Expected \(what), a list, found \(found)") }
        return node.elements.map { YAMLCursor(node: $0, file: file) }
    }

    /// What the node is, for "found …".
    var found: String {
        switch node.kind {
        case .mapping: "a mapping"
        case .sequence: "a list"
        case .scalar: node.scalar == .null ? "nothing" : "'\(node.text)'"
        }
    }
}
