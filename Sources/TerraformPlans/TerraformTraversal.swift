/// A path through Terraform's objects, cut into steps: `module.orders["eu"].id` is `module`, `orders`, `["eu"]`, `id`.
package struct TerraformTraversal: Hashable {
    /// One step of a path.
    package enum Step: Hashable {
        /// A name after a dot.
        case name(Substring)
        /// What stands between brackets, with its quotes: `0`, `"eu"`.
        case key(Substring)
    }

    /// The steps from left to right.
    package let steps: [Step]

    /// Cuts a path; nil for what is none.
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

    /// The text between a bracket at the start and the one that closes it; a quoted key may hold brackets itself.
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
