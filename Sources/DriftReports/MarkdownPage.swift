/// A Markdown text that stops growing before it is too long for a comment.
struct MarkdownPage {
    /// What was added.
    private(set) var text = ""

    /// How many bytes there may be; GitHub takes 65,536 characters in a comment.
    private let limit = 60_000

    /// Adds a block, with a blank line before it; nil adds nothing.
    mutating func add(_ block: String?) {
        guard let block else { return }
        if !text.isEmpty { text += "\n" }
        text += block.hasSuffix("\n") ? block : block + "\n"
    }

    /// Adds a list, as far as there is room, and says what is left out.
    mutating func add(items: [String]) {
        guard !items.isEmpty else { return }
        text += "\n"
        for (index, item) in items.enumerated() {
            guard text.utf8.count + item.utf8.count < limit else {
                text += "- … and \(items.count - index) more, left out here for length\n"
                return
            }
            text += "- \(item)\n"
        }
    }

    /// Adds a list that opens on a click, under a title and its number: `Not decided: 3`.
    mutating func addFolded(_ title: String, items: [String]) {
        guard !items.isEmpty else { return }
        add("<details>\n<summary>\(title): \(items.count)</summary>")
        add(items: items)
        add("</details>")
    }
}
