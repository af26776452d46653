/// A name with `{{placeholders}}` that have no values.
public struct NamePattern: Hashable, Sendable {
    /// The name as its file writes it.
    public let text: String

    /// The known parts, in lower case; between each two is a placeholder, which may be any text.
    private let parts: [String]

    init(masked text: String) {
        self.text = Placeholders.unmasked(text)
        parts = Placeholders.partsAroundMasks(of: text).map { $0.lowercased() }
    }

    /// Whether values for the placeholders could make the given name, in any letter case.
    func mayBe(_ name: String) -> Bool {
        var rest = name.lowercased()[...]
        guard let first = parts.first, let last = parts.last, parts.count > 1 else { return rest == parts.first ?? "" }
        guard rest.hasPrefix(first) else { return false }
        rest = rest.dropFirst(first.count)
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let range = rest.firstRange(of: part) else { return false }
            rest = rest[range.upperBound...]
        }
        return rest.hasSuffix(last)
    }
}
