indirect enum XMLNode {
    /// An element with its attributes, in the order in which they are written, and its children.
    case element(String, [(name: String, value: String?)], [XMLNode])
    case text(String)

    /// The document with the node as its root.
    var document: String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text(indentation: "")
    }

    /// The node on its own lines; an element with text keeps the text as it is.
    private func text(indentation: String) -> String {
        switch self {
        case .text(let text): return Self.escaped(text)
        case .element(let name, let attributes, let children):
            let written = attributes.compactMap { attribute in
                attribute.value.map { " \(attribute.name)=\"\(Self.escaped(Printable.text($0)))\"" }
            }
            let head = indentation + "<" + name + written.joined()
            if children.isEmpty { return head + "/>\n" }
            if case .text? = children.first {
                return head + ">" + children.map { $0.text(indentation: "") }.joined() + "</\(name)>\n"
            }
            let inner = children.map { $0.text(indentation: indentation + "  ") }.joined()
            return head + ">\n" + inner + indentation + "</\(name)>\n"
        }
    }

    /// Text without markup; characters that XML 1.0 can't represent are written as `\u{fffe}`.
    private static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { result.append("\n") }
            for scalar in Printable.text(String(line)).unicodeScalars {
                switch scalar {
                case "&": result.append(contentsOf: "&amp;".unicodeScalars)
                case "<": result.append(contentsOf: "&lt;".unicodeScalars)
                case ">": result.append(contentsOf: "&gt;".unicodeScalars)
                case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
                case _ where scalar.value & 0xFFFE == 0xFFFE:
                    result.append(contentsOf: Printable.escape(scalar).unicodeScalars)
                default: result.append(scalar)
                }
            }
        }
        return String(result)
    }
}
