import YAML

/// The style of entries that are added to a YAML text: the quotes of neighbouring entries, and the indentation.
struct EntryStyle {
    /// The quotes around keys and values of the neighbouring entries, or `nil` if they have none.
    private let quote: Character?

    /// The number of blanks by which each level is indented.
    private let step: Int

    init(quote: Character?, step: Int) {
        self.quote = quote
        self.step = step
    }

    /// A string on one line: in the quotes of the neighbouring entries if it's simple, otherwise as `YAMLWriter`
    /// quotes it.
    func inline(_ text: String) -> String {
        guard let quote, text.utf8.allSatisfy(Self.isSimple) else { return ContractWriter.quoted(text) }
        return "\(quote)\(text)\(quote)"
    }

    private static func isSimple(_ byte: UInt8) -> Bool {
        (0x20...0x7E).contains(byte) && !"\"'\\".utf8.contains(byte)
    }

    /// A value on one line.
    func inline(_ value: YAMLValue) -> String {
        switch value {
        case .scalar(.string(let text)): inline(text)
        case .scalar: String(YAMLWriter().text(of: value).dropLast())
        case .sequence(let items, _): "[" + items.map(inline).joined(separator: ", ") + "]"
        case .mapping(let entries, _): "{ " + entries.map(inline).joined(separator: ", ") + " }"
        }
    }

    /// An entry on one line, for a mapping in braces.
    func inline(_ entry: YAMLEntry) -> String {
        let key = inline(entry.key)
        return (Self.isLong(key) ? "? \(key) : " : "\(key): ") + inline(entry.value)
    }

    /// An entry on lines of its own, without the indentation of its mapping.
    func lines(_ entry: YAMLEntry) -> [String] {
        let key = inline(entry.key)
        let head = Self.isLong(key) ? ["? \(key)", ":"] : ["\(key):"]
        let blanks = String(repeating: " ", count: step)
        switch entry.value {
        case .mapping(let entries, .block) where !entries.isEmpty:
            return head + entries.flatMap(lines).map { blanks + $0 }
        case .sequence(let items, .block) where !items.isEmpty:
            return head + items.map { blanks + "- " + inline($0) }
        default:
            return head.dropLast() + [(head.last ?? "") + " " + inline(entry.value)]
        }
    }

    /// Whether a key is so long that readers of YAML wouldn't look for its colon.
    private static func isLong(_ key: String) -> Bool { key.utf8.count > 128 }
}
