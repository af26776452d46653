import SourceText
import YAML

/// Adds entries and items to a YAML text, in the layout of its mappings and lists, and replaces scalars.
struct YAMLTextEdit {
    private(set) var text: EditedText

    /// The number of blanks by which each level is indented.
    private let step: Int

    /// How a collection is written.
    enum Layout {
        /// On separate lines.
        case block

        /// In brackets.
        case flow
    }

    /// Why a node can't be edited.
    struct Obstacle: Error {
        /// The reason, as a phrase without its subject: `has an anchor`.
        let phrase: String

        let position: Position
    }

    init(_ text: String, _ root: YAMLNode) {
        self.text = EditedText(text)
        let steps = root.entries.lazy.compactMap { entry -> Int? in
            let (key, value) = (entry.key.position, entry.value.position)
            let isBelow = entry.value.kind != .scalar && value.line > key.line && value.column > key.column
            return isBelow ? value.column - key.column : nil
        }
        step = steps.first ?? 2
    }

    /// The layout of a collection.
    ///
    /// - Throws: ``Obstacle`` if other places of the text share the collection, or if it doesn't start on its own line.
    func layout(of node: YAMLNode) throws(Obstacle) -> Layout {
        switch text.scalar(at: node.position) {
        case "*": throw Obstacle(phrase: "is an alias", position: node.position)
        case "&": throw Obstacle(phrase: "has an anchor", position: node.position)
        case "!": throw Obstacle(phrase: "has a tag", position: node.position)
        case "{", "[": return .flow
        default: break
        }
        guard text.isFirstOnItsLine(node.position) else {
            throw Obstacle(phrase: "does not start on a line of its own", position: node.position)
        }
        return .block
    }

    /// The last line of a node's text, without the comments and empty lines below it.
    private func lastLine(of node: YAMLNode) -> Int {
        let isAlias = text.scalar(at: node.position) == "*"
        let isFlow = ["{", "["].contains(text.scalar(at: node.position))
        if !isAlias, !isFlow {
            if let last = Array(node.entries).last { return lastLine(of: last.value) }
            if let last = Array(node.elements).last { return lastLine(of: last) }
        }
        // A block scalar ends at the start of the next line.
        return node.end.column == 1 && node.end.line > node.position.line ? node.end.line - 1 : node.end.line
    }
}

// MARK: - Scalars

extension YAMLTextEdit {
    /// Replaces an entry's value, which is a scalar on one line.
    mutating func replace(_ value: YAMLNode, of key: YAMLNode, by new: YAMLValue) throws(Obstacle) {
        let first = text.scalar(at: value.position)
        if let first, let phrase = ["*": "is an alias", "&": "has an anchor", "!": "has a tag"][first] {
            throw Obstacle(phrase: phrase, position: value.position)
        }
        guard value.kind == .scalar, value.position.line == value.end.line, value.position < value.end else {
            throw Obstacle(phrase: "is not written on one line", position: value.position)
        }
        text.replace(from: value.position, to: value.end, by: style(key, value).inline(new))
    }

    /// The style for entries next to an existing one; they get quotes if its key and the first scalar of its value have
    /// them.
    private func style(_ key: YAMLNode?, _ value: YAMLNode?) -> EntryStyle {
        var scalar = value
        while let node = scalar, node.kind != .scalar {
            scalar = node.entries.first?.value ?? node.elements.first
        }
        let quotes = [key, scalar].compactMap(\.self).map { node -> Character? in
            let first = text.scalar(at: node.position)
            return first == "\"" || first == "'" ? first.map(Character.init) : nil
        }
        return EntryStyle(quote: quotes.contains(nil) ? nil : quotes.first ?? nil, step: step)
    }
}

// MARK: - Collections

extension YAMLTextEdit {
    /// Adds entries at the end of a mapping.
    ///
    /// - Parameters:
    ///   - entries: The entries.
    ///   - mapping: The mapping.
    ///   - key: The key whose value the mapping is, or `nil` for the root.
    ///   - outer: The layout of the mapping that contains it.
    /// - Throws: ``Obstacle`` if the mapping's form doesn't allow it.
    mutating func add(
        _ entries: [YAMLEntry],
        to mapping: YAMLNode,
        of key: YAMLNode?,
        in outer: Layout
    ) throws(Obstacle) {
        guard !entries.isEmpty else { return }
        let layout = try layout(of: mapping)
        let last = Array(mapping.entries).last
        let style = style(last?.key ?? key, last?.value ?? key)
        if layout == .block {
            put(entries.flatMap(style.lines), indentedBy: mapping.position.column - 1, below: lastLine(of: mapping))
        } else if let last {
            insert(entries.map { style.inline($0) }, after: last.key, last.value, in: mapping)
        } else if outer == .block, let key {
            try replaceBraces(of: mapping, by: entries.flatMap(style.lines), below: key)
        } else {
            try replaceBrackets(of: mapping, by: style.inline(.mapping(entries, .flow)))
        }
    }

    /// Adds an entry below an existing node of a mapping that is written on separate lines.
    mutating func add(_ entry: YAMLEntry, to mapping: YAMLNode, below neighbour: YAMLNode) throws(Obstacle) {
        let last = Array(mapping.entries).last
        let lines = style(last?.key, last?.value).lines(entry)
        guard neighbour.position.line < mapping.position.line || mapping.position <= neighbour.position else {
            throw Obstacle(phrase: "does not start below its key", position: mapping.position)
        }
        put(lines, indentedBy: mapping.position.column - 1, below: lastLine(of: neighbour))
    }

    /// Adds items at the end of a list.
    mutating func add(_ items: [YAMLValue], toList list: YAMLNode, of key: YAMLNode) throws(Obstacle) {
        guard !items.isEmpty else { return }
        let last = Array(list.elements).last
        let style = style(key, last)
        if try layout(of: list) == .block {
            let lines = items.map { "- " + style.inline($0) }
            put(lines, indentedBy: list.position.column - 1, below: lastLine(of: list))
        } else if let last {
            insert(items.map { style.inline($0) }, after: last, last, in: list)
        } else {
            try replaceBrackets(of: list, by: style.inline(.sequence(items, .flow)))
        }
    }

    /// Inserts items into brackets; they go on separate lines if the last item is on its own line.
    private mutating func insert(_ items: [String], after first: YAMLNode, _ last: YAMLNode, in node: YAMLNode) {
        let hasComma = text.scalar(afterBlanksFrom: last.end) == ","
        guard text.isFirstOnItsLine(first.position), last.end.line < node.end.line else {
            text.insert(items.map { ", " + $0 }.joined(), at: last.end)
            return
        }
        if !hasComma { text.insert(",", at: last.end) }
        let lines = items.enumerated().map { $1 + (hasComma || $0 < items.count - 1 ? "," : "") }
        text.insert(lines, indentedBy: first.position.column - 1, below: last.end.line)
    }

    /// Replaces empty brackets on the same line.
    private mutating func replaceBrackets(of node: YAMLNode, by new: String) throws(Obstacle) {
        try requireEmpty(node)
        text.replace(from: node.position, to: node.end, by: new)
    }

    /// Replaces empty braces with lines below the key.
    private mutating func replaceBraces(of node: YAMLNode, by lines: [String], below key: YAMLNode) throws(Obstacle) {
        try requireEmpty(node)
        let next = text.scalar(afterBlanksFrom: node.end)
        guard key.position.line == node.position.line, next == nil || next == "#" else {
            throw Obstacle(phrase: "is not on the line of its key", position: node.position)
        }
        text.remove(from: node.position, to: node.end)
        put(lines, indentedBy: key.position.column - 1 + step, below: node.position.line)
    }

    /// Inserts lines after a line; if comments that belong to the line follow, the lines are inserted after these.
    private mutating func put(_ lines: [String], indentedBy blanks: Int, below line: Int) {
        let last = text.lastLine(ofCommentsBelow: line, indentedByMoreThan: blanks)
        text.insert(lines, indentedBy: blanks, below: last)
    }

    private func requireEmpty(_ node: YAMLNode) throws(Obstacle) {
        guard text.isEmptyInside(from: node.position, to: node.end) else {
            throw Obstacle(phrase: "is not written on one line", position: node.position)
        }
    }
}
