import YAML

/// Adds a waiver to the text of `flowdrift.yaml`; all existing text stays as it is.
public struct WaiverEdit: Sendable {
    /// The file's name in messages.
    private let file: String

    /// Makes an edit of a file.
    public init(file: String) {
        self.file = file
    }

    /// The text with another waiver after the existing ones.
    ///
    /// - Parameters:
    ///   - waiver: The waiver.
    ///   - text: The file's content, or `nil` if the file doesn't exist.
    /// - Returns: The new content.
    /// - Throws: ``ReadingError`` if the file isn't valid, or its form requires a manual edit.
    public func adding(_ waiver: Waiver, to text: String?) throws(ReadingError) -> String {
        guard let text else { return "flowdrift: 1\nwaivers:\n" + Self.item(waiver, indentation: 2) }
        let before = try SettingsReader().settings(Array(text.utf8), file: file)
        let root = try YAMLCursor.root(of: Array(text.utf8), file: file, what: "`flowdrift: 1`").node
        let edited = Lines(text).adding(waiver, to: root)
        // Verifies the result, since the file may have any form.
        let after = edited.flatMap { try? SettingsReader().settings(Array($0.utf8), file: file) }
        var expected = before
        expected.waivers.append(waiver)
        guard let edited, let after, after.withoutPlaces == expected.withoutPlaces else {
            throw ReadingError(
                "flowdrift can't add a waiver to this file, because of the way its YAML is written",
                at: Place(file: file),
                fix: "write `waivers:` and each waiver on separate lines, and run the command again"
            )
        }
        return edited
    }

    /// A waiver as an item of a list.
    static func item(_ waiver: Waiver, indentation: Int) -> String {
        // The text isn't written by `YAMLWriter`, which would put the date in quotes.
        let text =
            YAMLWriter().text(of: .sequence([.mapping(waiver.entries, .block)], .block))
            + "  expires: \(waiver.terms.expires)\n"
        let blanks = String(repeating: " ", count: indentation)
        return text.split(separator: "\n").map { blanks + $0 + "\n" }.joined()
    }
}

extension Waiver {
    fileprivate var entries: [YAMLEntry] {
        let names: [(String, String?)] = [
            ("rule", rule), ("contract", contract), ("flow", flow), ("trigger", trigger), ("subject", subject),
        ]
        var entries = names.compactMap { key, name in name.map { YAMLEntry(key, .string($0)) } }
        if !environments.isEmpty {
            entries.append(YAMLEntry("environments", .sequence(environments.map { .string($0.text) }, .flow)))
        }
        if let severity { entries.append(YAMLEntry("severity", .string(severity.rawValue))) }
        entries.append(YAMLEntry("reason", .string(terms.reason)))
        entries.append(YAMLEntry("owner", .string(terms.owner)))
        return entries
    }
}

extension Settings {
    /// The settings without the places of waivers.
    ///
    /// The rule's own severity is reset too, since a new waiver doesn't have it.
    fileprivate var withoutPlaces: Settings {
        var copy = self
        for index in waivers.indices {
            copy.waivers[index].ruleSeverity = .error
            copy.waivers[index].place = Place(file: "")
            copy.waivers[index].environmentPlaces = [:]
        }
        return copy
    }
}

/// The lines of a text, without line ends.
private struct Lines {
    private var lines: [[Unicode.Scalar]]
    private let newline: String

    init(_ text: String) {
        newline = text.unicodeScalars.contains("\r") ? "\r\n" : "\n"
        lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.last == "\r" ? Array(line.dropLast()) : Array(line)
        }
    }

    /// The text with another waiver, or `nil` if the way the file is written doesn't allow an addition.
    func adding(_ waiver: Waiver, to root: YAMLNode) -> String? {
        var copy = self
        guard let node = root["waivers"] else {
            guard scalar(at: root.position) != "{" else { return nil }
            copy.insert("waivers:\n" + WaiverEdit.item(waiver, indentation: 2), before: afterLastLine)
            return copy.text
        }
        switch (node.kind, scalar(at: node.position)) {
        case (.sequence, "[") where node.elements.isEmpty:
            guard node.position.line == node.end.line else { return nil }
            let line = node.position.line - 1
            copy.lines[line].removeSubrange(node.position.column - 1..<node.end.column - 1)
            while copy.lines[line].last == " " { copy.lines[line].removeLast() }
            copy.insert(WaiverEdit.item(waiver, indentation: 2), before: line + 1)
        case (.sequence, "-"):
            guard let last = Array(node.elements).last else { return nil }
            let end = end(of: last)
            let item = WaiverEdit.item(waiver, indentation: node.position.column - 1)
            copy.insert(item, before: end.column == 1 ? end.line - 1 : end.line)
        default: return nil
        }
        return copy.text
    }

    /// Where the last text of a node ends; by its own position, a block node only ends where the next node starts.
    private func end(of node: YAMLNode) -> Position {
        let isFlow = ["{", "["].contains(scalar(at: node.position))
        switch node.kind {
        case .mapping where !isFlow: return Array(node.entries).last.map { end(of: $0.value) } ?? node.end
        case .sequence where !isFlow: return Array(node.elements).last.map { end(of: $0) } ?? node.end
        case .mapping, .sequence, .scalar: return node.end
        }
    }

    private func scalar(at position: Position) -> Unicode.Scalar? {
        guard lines.indices.contains(position.line - 1) else { return nil }
        let line = lines[position.line - 1]
        return line.indices.contains(position.column - 1) ? line[position.column - 1] : nil
    }

    /// The index at which to insert text at the end.
    private var afterLastLine: Int { lines.last?.isEmpty == true ? lines.count - 1 : lines.count }

    private mutating func insert(_ text: String, before line: Int) {
        let new = text.split(separator: "\n").map { Array($0.unicodeScalars) }
        lines.insert(contentsOf: new, at: min(line, lines.count))
        if lines.last?.isEmpty == false { lines.append([]) }
    }

    private var text: String {
        lines.map { line in String(String.UnicodeScalarView(line)) }.joined(separator: newline)
    }
}
