/// Writes JSON in the usual style: two spaces per level, members in their order, and placeholders unchanged.
public struct JSONWriter: Sendable {
    /// Whether to write the text on one line.
    public var isOnOneLine: Bool

    /// Makes a writer.
    public init(onOneLine isOnOneLine: Bool = false) {
        self.isOnOneLine = isOnOneLine
    }

    /// The value as JSON, without a line break at the end.
    public func text(_ value: OrderedJSON) -> String {
        var text = ""
        add(value, to: &text, level: 0)
        return text
    }

    private func add(_ value: OrderedJSON, to text: inout String, level: Int) {
        switch value {
        case .null: text += "null"
        case .boolean(let value): text += value ? "true" : "false"
        case .number(let number): text += number
        case .string(let string): text += JSONValue.quoted(string)
        case .template(let template): text += quotedTemplate(template)
        case .placeholder(let placeholder): text += placeholder
        case .array(let elements):
            add(elements, "[]", to: &text, level: level) { element, text in
                add(element, to: &text, level: level + 1)
            }
        case .object(let members):
            add(members, "{}", to: &text, level: level) { member, text in
                if let name = member.name { text += JSONValue.quoted(name) + ": " }
                add(member.value, to: &text, level: level + 1)
            }
        }
    }

    private func add<Item>(
        _ items: [Item],
        _ brackets: String,
        to text: inout String,
        level: Int,
        addItem: (Item, inout String) -> Void
    ) {
        guard !items.isEmpty else {
            text += brackets
            return
        }
        text += brackets.prefix(1)
        for (number, item) in items.enumerated() {
            text += number == 0 ? "" : isOnOneLine ? ", " : ","
            addLine(to: &text, level: level + 1)
            addItem(item, &text)
        }
        addLine(to: &text, level: level)
        text += brackets.suffix(1)
    }

    private func addLine(to text: inout String, level: Int) {
        if !isOnOneLine { text += "\n" + String(repeating: "  ", count: level) }
    }

    /// A text in quotes, escaped except for its placeholders.
    private func quotedTemplate(_ template: String) -> String {
        let bytes = Array(template.utf8)
        let scan = PlaceholderScan(bytes)
        var result = "\""
        for piece in scan.pieces(of: 0..<bytes.count) {
            let text = String(decoding: bytes[piece.range], as: UTF8.self)
            result += piece.isPlaceholder ? text : String(JSONValue.quoted(text).dropFirst().dropLast())
        }
        return result + "\""
    }
}
