/// A path through Terraform's objects, as steps: `module.orders["eu"].id` is `module`, `orders`, `["eu"]`, `id`.
package struct TerraformTraversal: Hashable {
    package enum Step: Hashable {
        /// A name, without its dot.
        case name(Substring)
        /// The text between brackets, with its quotes: `0`, `"eu"`.
        case key(Substring)
    }

    package let steps: [Step]

    /// Splits a path, or returns `nil` if the text isn't one.
    package init?(_ text: String) {
        var steps: [Step] = []
        var rest = text[...]
        var isFirst = true
        while let first = rest.first {
            if first == "[" {
                guard let key = Self.key(in: rest), !isFirst else { return nil }
                steps.append(.key(key))
                rest = rest[key.endIndex...].dropFirst()
            } else {
                if !isFirst {
                    guard first == "." else { return nil }
                    rest = rest.dropFirst()
                }
                let name = rest.prefix { $0 != "." && $0 != "[" }
                guard !name.isEmpty, !name.contains("]"), !name.contains("\"") else { return nil }
                steps.append(.name(name))
                rest = rest[name.endIndex...]
            }
            isFirst = false
        }
        guard !steps.isEmpty else { return nil }
        self.steps = steps
    }

    /// The text between a bracket and its closing bracket; a quoted key may contain brackets.
    private static func key(in text: Substring) -> Substring? {
        let inner = text.dropFirst()
        var isQuoted = false
        var index = inner.startIndex
        while index < inner.endIndex {
            switch inner[index] {
            case "\\" where isQuoted:
                index = inner.index(after: index)
                guard index < inner.endIndex else { return nil }
            case "\"": isQuoted.toggle()
            case "]" where !isQuoted: return index == inner.startIndex ? nil : inner[..<index]
            default: break
            }
            index = inner.index(after: index)
        }
        return nil
    }
}
