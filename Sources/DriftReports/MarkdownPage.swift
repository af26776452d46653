/// A Markdown text that stops growing before it's too long for a comment.
struct MarkdownPage {
    private(set) var text = ""

    /// The most bytes; GitHub accepts 65,536 characters in a comment.
    private let limit = 60_000

    /// Adds a block, with a blank line before it, or nothing if it is `nil`.
    mutating func add(_ block: String?) {
        guard let block else { return }
        if !text.isEmpty { text += "\n" }
        text += block.hasSuffix("\n") ? block : block + "\n"
    }

    /// Adds a list up to the limit, and says how many items are left out.
    mutating func add(items: [String]) {
        guard !items.isEmpty else { return }
        text += "\n"
        for (index, item) in items.enumerated() {
            guard text.utf8.count + item.utf8.count < limit else {
                text += "- … and \(items.count - index) more, left out because the comment would be too long\n"
                return
            }
            text += "- \(item)\n"
        }
    }

    /// Adds a list that opens on a click, under a title with the count: `Unknown: 3`.
    mutating func addFolded(_ title: String, items: [String]) {
        guard !items.isEmpty else { return }
        add("<details>\n<summary>\(title): \(items.count)</summary>")
        add(items: items)
        add("</details>")
    }
}
