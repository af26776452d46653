/// The text that a writer has written so far.
///
/// Every part that is written ends with a newline, except a part within a line.
struct YAMLPage {
    var text = ""

    /// Adds a value, starting on the current line, which is already indented.
    mutating func add(_ value: YAMLValue, indent: Int) {
        switch value {
        case .mapping(let entries, .block) where !entries.isEmpty:
            addEntries(entries, indent: indent)
        case .sequence(let items, .block) where !items.isEmpty:
            addItems(items, indent: indent)
        default:
            addOnOneLine(value)
            text += "\n"
        }
    }

    mutating func addComment(_ comment: String, indent: Int) {
        for line in YAMLQuoting.commentLines(comment) {
            addIndent(indent)
            text += line.isEmpty ? "#\n" : "# \(line)\n"
        }
    }

    private mutating func addEntries(_ entries: [YAMLEntry], indent: Int) {
        for (number, entry) in entries.enumerated() {
            // The first entry starts on the line of its mapping, so the caller has already written the entry's comment.
            if number > 0 || indent == 0 {
                if let comment = entry.comment { addComment(comment, indent: indent) }
                addIndent(number > 0 ? indent : 0)
            }
            addKey(entry.key, separator: "\n" + String(repeating: " ", count: indent))
            addBehind(entry.value, indent: indent + 2)
        }
    }

    private mutating func addItems(_ items: [YAMLValue], indent: Int) {
        for (number, item) in items.enumerated() {
            if number > 0 || indent == 0 {
                if let comment = item.firstComment { addComment(comment, indent: indent) }
                addIndent(number > 0 ? indent : 0)
            }
            text += "- "
            add(item, indent: indent + 2)
        }
    }

    /// Adds the value of an entry after the key's colon.
    private mutating func addBehind(_ value: YAMLValue, indent: Int) {
        guard value.isOnLinesOfItsOwn else {
            text += " "
            addOnOneLine(value)
            text += "\n"
            return
        }
        text += "\n"
        if let comment = value.firstComment { addComment(comment, indent: indent) }
        addIndent(indent)
        add(value, indent: indent)
    }

    private mutating func addKey(_ key: String, separator: String) {
        let written = YAMLQuoting.written(key)
        // A reader only looks for the colon within 1024 characters, unless `?` comes before the key.
        text += written.utf8.count > 128 ? "? \(written)\(separator):" : "\(written):"
    }

    private mutating func addOnOneLine(_ value: YAMLValue) {
        switch value {
        case .scalar(let scalar): text += YAMLQuoting.written(scalar)
        case .sequence(let items, _):
            text += "["
            for (number, item) in items.enumerated() {
                if number > 0 { text += ", " }
                addOnOneLine(item)
            }
            text += "]"
        case .mapping(let entries, _):
            text += entries.isEmpty ? "{" : "{ "
            for (number, entry) in entries.enumerated() {
                if number > 0 { text += ", " }
                addKey(entry.key, separator: " ")
                text += " "
                addOnOneLine(entry.value)
            }
            text += entries.isEmpty ? "}" : " }"
        }
    }

    private mutating func addIndent(_ indent: Int) {
        text += String(repeating: " ", count: indent)
    }
}

extension YAMLValue {
    /// Whether the value starts on the line below the key.
    fileprivate var isOnLinesOfItsOwn: Bool {
        switch self {
        case .mapping(let entries, .block): !entries.isEmpty
        case .sequence(let items, .block): !items.isEmpty
        default: false
        }
    }

    /// The comment of the first entry, which goes above the line on which the value starts.
    fileprivate var firstComment: String? {
        switch self {
        case .mapping(let entries, .block): entries.first?.comment
        case .sequence(let items, .block): items.first?.firstComment
        default: nil
        }
    }
}
