import YAML

/// The initial value of a variable in Archy YAML, as the text that a configuration has for it.
enum InitialValue {
    /// The text of an initial value, or `nil` if there is no value.
    ///
    /// `{ noValue: true }` means no value, `{ lit: … }` is a literal, and anything else is an expression.
    static func text(_ node: YAMLCursor) throws(ReadingError) -> String? {
        guard !node.node.isNull else { return nil }
        if node.node.kind == .scalar, Placeholders.isMasked(node.node.text) {
            return Placeholders.unmasked(node.node.text)
        }
        try node.requireMapping("an initial value")
        if let literal = node.value("lit") { return Placeholders.unmasked(text(ofLiteral: literal.node)) }
        if let expression = node.value("exp") { return Placeholders.unmasked(expression.node.text) }
        return nil
    }

    private static func text(ofLiteral node: YAMLNode) -> String {
        switch node.kind {
        case .scalar: node.text
        case .sequence: "[" + node.elements.map(text(ofLiteral:)).joined(separator: ",") + "]"
        case .mapping: duration(node) ?? node["name"]?.text ?? members(of: node)
        }
    }

    /// A duration `{ minutes: 5 }` in the form of a configuration, `P0D0H5M0S0F`, or `nil` for another mapping.
    ///
    /// Source: literals of type `dur` in real exports; F is milliseconds.
    private static func duration(_ node: YAMLNode) -> String? {
        let units = [("days", "D"), ("hours", "H"), ("minutes", "M"), ("seconds", "S"), ("milliseconds", "F")]
        var count = 0
        for (key, _) in node.entries {
            guard units.contains(where: { key.textEquals($0.0) }) else { return nil }
            count += 1
        }
        guard count > 0 else { return nil }
        return "P" + units.map { (node[$0.0]?.text ?? "0") + $0.1 }.joined()
    }

    private static func members(of node: YAMLNode) -> String {
        let members = node.entries.map { "\($0.key.text): \(text(ofLiteral: $0.value))" }
        return "{" + members.joined(separator: ", ") + "}"
    }
}
