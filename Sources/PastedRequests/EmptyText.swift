extension ForeignForm {
    /// The message about a text that is empty or has only comments, or `nil` for any other text.
    package static func empty(_ source: PastedSource) -> ForeignText? {
        let text = EmptyText(bytes: source.bytes)
        var (index, holdsComment) = (0, false)
        while index < source.bytes.count {
            if let end = text.blankEnd(at: index) {
                index = end
            } else if let end = text.commentEnd(at: index) {
                (index, holdsComment) = (end, true)
            } else {
                return nil
            }
        }
        return ForeignText(holdsComment ? "The file contains only comments" : "The file is empty", fix: unknown.fix)
    }
}

/// Skips blanks and comments in any syntax in which a request may be written.
private struct EmptyText {
    let bytes: [UInt8]

    /// The index just past the blank that starts at a byte, or `nil` if no blank starts there.
    func blankEnd(at index: Int) -> Int? {
        if bytes[index] <= 0x20 { return index + 1 }
        guard bytes[index] >= 0x80 else { return nil }
        return StrayBlank(bytes, at: index).map { index + $0.length }
    }

    /// The index just past a comment of JSON, a shell, a template or HTML, or `nil` if no comment starts at the byte.
    func commentEnd(at index: Int) -> Int? {
        let rest = bytes[index...]
        for (opening, closing) in [("/*", "*/"), ("#*", "*#"), ("<!--", "-->")] where rest.starts(with: opening.utf8) {
            return rest.dropFirst(opening.utf8.count).end(of: Array(closing.utf8)) ?? bytes.count
        }
        let isLine = rest.starts(with: "//".utf8) || rest.starts(with: "##".utf8) || isHash(at: index)
        return isLine ? rest.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count : nil
    }

    /// Whether a `#` starts a shell comment, not a template's directive or placeholder.
    private func isHash(at index: Int) -> Bool {
        guard bytes[index] == UInt8(ascii: "#") else { return false }
        let templates = PlaceholderScan(bytes)
        return templates.directiveEnd(at: index) == nil && templates.end(at: index) == nil
    }
}
