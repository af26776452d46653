import StrictJSON

extension JSONNode {
    /// Whether the sent value is unknown: a template's placeholder, or one that a person replaces, such as `<flow id>`.
    ///
    /// In a text that was read without placeholders, such as a body that a server received, no value is unknown.
    var isUnknownContent: Bool {
        guard document.tokens.allowsPlaceholders else { return false }
        if holdsPlaceholder { return true }
        guard let string, let first = string.utf8.first else { return false }
        switch first {
        case UInt8(ascii: "<"): return string.hasSuffix(">") && string.count > 2
        case UInt8(ascii: "{"): return string.wholeMatch(of: /\{[A-Za-z_][\w .-]{0,60}\}/) != nil
        default: return false
        }
    }
}

extension JSONMember {
    /// Whether the member is probably meant as the inputs: by its name, or because it contains inputs of the flow.
    func looksLikeInputs(amongThoseOf names: Set<String>) -> Bool {
        switch value.kind {
        case .object, .array: break
        case .string where value.text.contains("{"): break
        default: return false
        }
        let word = name.text.lowercased()
        if value["inputData"] != nil { return true }
        guard !["meta", "header", "output"].contains(where: word.contains) else { return false }
        if ["input", "param", "variable", "argument"].contains(where: word.contains) { return true }
        if ["data", "values", "args", "vars", "fields"].contains(where: word.hasSuffix) { return true }
        let held = SentInputs.names(in: value)
        return held.contains { VariableName.isScoped($0) || names.contains($0.lowercased()) }
    }
}
