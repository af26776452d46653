import StrictJSON

extension FlowChange {
    /// The change as one phrase: `input 'Flow.delay' changed from string to integer`.
    public var phrase: String {
        switch self {
        case .inputAdded(let input): "input '\(input.name)' (\(input.type)) is new"
        case .inputRemoved(let input): "input '\(input.name)' (\(input.type)) is gone"
        case .inputOpen(let input, let name): "input " + Self.open(input, name)
        case .inputChanged(let old, let new): "input '\(old.name)' " + Self.difference(old, new)
        case .inputReadsChanged(let old, let new): "input '\(old.name)' " + Self.difference(old.reads, new.reads)
        case .outputAdded(let output): "output '\(output.name)' (\(output.type)) is new"
        case .outputRemoved(let output): "output '\(output.name)' (\(output.type)) is gone"
        case .outputOpen(let output, let name): "output " + Self.open(output, name)
        case .outputChanged(let old, let new): "output '\(old.name)' " + Self.difference(old, new)
        case .triggerAdded(let trigger): "trigger '\(trigger.name)' is new"
        case .triggerRemoved(let trigger): "trigger '\(trigger.name)' is gone"
        case .triggerChanged(let old, let new): "in trigger '\(old.name)', " + Self.difference(old, new)
        case .availabilityChanged(let old, let new): "the flow changed from \(old.rawValue) to \(new.rawValue)"
        case .divisionChanged(let old, let new): "the division changed from '\(old)' to '\(new)'"
        }
    }

    /// The name of the input, output or trigger, or `nil` for the flow itself.
    public var subject: String? {
        switch self {
        case .inputAdded(let variable), .inputRemoved(let variable), .inputOpen(let variable, as: _): variable.name
        case .inputChanged(from: let variable, to: _), .inputReadsChanged(from: let variable, to: _): variable.name
        case .outputAdded(let variable), .outputRemoved(let variable), .outputOpen(let variable, as: _),
            .outputChanged(from: let variable, to: _):
            variable.name
        case .triggerAdded(let trigger), .triggerRemoved(let trigger), .triggerChanged(from: let trigger, to: _):
            trigger.name
        case .availabilityChanged, .divisionChanged: nil
        }
    }

    private static func open(_ variable: Variable, _ name: String) -> String {
        "'\(variable.name)' (\(variable.type)) may be gone or changed: '\(name)' has a placeholder without a value"
    }

    private static func difference(_ old: Variable, _ new: Variable) -> String {
        var parts: [String] = []
        if old.name != new.name { parts.append("is now spelled '\(new.name)'") }
        if old.type != new.type { parts.append("changed from \(old.type) to \(new.type)") }
        if old.defaultText != new.defaultText {
            parts.append("changed from \(defaultPhrase(old)) to \(defaultPhrase(new))")
        }
        if old.isSecure != new.isSecure { parts.append(new.isSecure ? "is now secure" : "is no longer secure") }
        return parts.joined(separator: " and ")
    }

    private static func difference(_ old: Reads?, _ new: Reads?) -> String {
        guard let old, let new else { return "is read differently" }
        var parts: [String] = []
        if old.extent != new.extent { parts.append("changed from '\(extentPhrase(old))' to '\(extentPhrase(new))'") }
        let added = new.paths.filter { !old.paths.contains($0) }
        let removed = old.paths.filter { !new.paths.contains($0) }
        if !added.isEmpty { parts.append("is now also read at \(list(added))") }
        if !removed.isEmpty { parts.append("is no longer read at \(list(removed))") }
        return parts.joined(separator: " and ")
    }

    static func extentPhrase(_ reads: Reads) -> String {
        switch reads.extent {
        case .unread: "not read"
        case .read: "read"
        case .partly: "partly read"
        }
    }

    private static func list(_ paths: [MemberPath]) -> String {
        (paths.count == 1 ? "path " : "paths ") + paths.map { "'\($0)'" }.joined(separator: ", ")
    }

    private static func defaultPhrase(_ variable: Variable) -> String {
        variable.defaultText.map { "default \(JSONValue.quoted($0))" } ?? "no default"
    }

    private static func difference(_ old: Trigger, _ new: Trigger) -> String {
        settings(old, new)
            .map { "'\($0.name)' was \($0.old ?? "not set") and is now \($0.new ?? "not set")" }
            .joined(separator: "; ")
    }

    /// The settings in which two triggers differ, in order of writing.
    static func settings(_ old: Trigger, _ new: Trigger) -> [(name: String, old: String?, new: String?)] {
        let settings: [(name: String, old: String?, new: String?)] = [
            ("topic", old.topic, new.topic),
            ("dataFormat", old.dataFormat?.rawValue, new.dataFormat?.rawValue),
            ("enabled", "\(old.isEnabled)", "\(new.isEnabled)"),
            ("match", list(old.match), list(new.match)),
            ("eventTTLSeconds", old.eventTTLSeconds.map(String.init), new.eventTTLSeconds.map(String.init)),
            ("delayBySeconds", old.delayBySeconds.map(String.init), new.delayBySeconds.map(String.init)),
        ]
        return settings.filter { $0.old != $0.new }
    }

    private static func list(_ criteria: [Criterion]) -> String {
        "[" + criteria.map(\.description).sorted().joined(separator: "; ") + "]"
    }
}
