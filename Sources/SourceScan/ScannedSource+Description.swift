import SourceText

extension ScannedSource: CustomStringConvertible {
    /// The result as lines of text, for tests and for people.
    package var description: String {
        var lines = ["language: \(language?.name ?? "unknown")"]
        if let skipped { lines.append("skipped: \(skipped.rawValue)") }
        for launch in launches { lines += launch.lines }
        if !mentions.isEmpty {
            lines.append("mentions: " + mentions.map { "\($0.name)@\($0.position)" }.joined(separator: " "))
        }
        if mayMentionMore { lines.append("may mention more") }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension LaunchSite {
    fileprivate var lines: [String] {
        var lines = ["\(position)-\(end) \(sign) \(setting.rawValue)", "    flow: \(flow)"]
        for input in inputs {
            lines.append("    input: \(input.name) \(input.position)-\(input.end) \(input.certainty.rawValue)")
        }
        if mayMentionMore { lines.append("    may mention more") }
        if let body { lines.append("    body: \(body.form) \(body.node.position)-\(body.node.end) \(body.node)") }
        return lines
    }
}

extension LaunchSite.Sign: CustomStringConvertible {
    /// The sign with the text that it was recognized by.
    package var description: String {
        switch self {
        case .path: "path"
        case .call(let name): "call \(name)"
        case .bodyType(let name): "type \(name)"
        case .botSession: "bot session"
        }
    }
}

extension LaunchedFlow: CustomStringConvertible {
    /// The flow's id or name with its place, or why it is unknown.
    package var description: String {
        switch self {
        case .id(let id): return "id \(id.value) \(id.position)-\(id.end)"
        case .name(let name): return "name '\(name.value)' \(name.position)-\(name.end)"
        case .unknown(let reason, let candidates):
            let names = candidates.map { "'\($0.value)'@\($0.position)" }.joined(separator: ", ")
            return "unknown: \(reason)" + (names.isEmpty ? "" : "; maybe \(names)")
        }
    }
}

extension LiteralNode: CustomStringConvertible {
    /// The value in one line.
    package var description: String {
        switch kind {
        case .object(let members, let isOpen):
            let texts = members.map { member in
                let wire = member.wireKey == member.key.value ? "" : "=\(member.wireKey)"
                return "\(member.key.value)\(wire)@\(member.key.position): \(member.value)"
            }
            return "{" + (texts + (isOpen ? ["…"] : [])).joined(separator: ", ") + "}"
        case .array(let values, let isOpen):
            return "[" + (values.map(\.description) + (isOpen ? ["…"] : [])).joined(separator: ", ") + "]"
        case .string(let text): return "\"\(text)\""
        case .number(let text): return text
        case .bool(let value): return value ? "true" : "false"
        case .null: return "null"
        case .expression(let text, let parts):
            let shown = text.split(whereSeparator: \.isNewline).joined(separator: " ")
            return "<\(shown)>" + (parts.isEmpty ? "" : "\(parts)")
        }
    }
}
