import SourceText

extension JSONBuilder {
    /// Takes the first value.
    package mutating func root() -> Step {
        let token = take()
        switch token.kind {
        case .end:
            if tokens.faults.list.isEmpty || records.isEmpty { emptyText(token) }
            return .end
        case .closeObject, .closeArray:
            extraClose(token)
            return .root
        case .comma, .colon, .separator:
            stray(token)
            return .root
        case .openObject: return openContainer(token, isObject: true)
        case .openArray: return openContainer(token, isObject: false)
        default:
            if token.kind == .bare, let start = containerStart(after: token) { return skip(to: start, from: token) }
            guard peek().kind != .colon else { return missingOpen(token) }
            addScalar(token)
            return .afterRoot
        }
    }

    /// Where an object or array begins on the line of a word that is none: `JSON.stringify({`, `body = {`.
    private func containerStart(after token: JSONToken) -> Int? {
        let rest = tokens.bytes[token.range.upperBound...].prefix(200)
        let signs = Array("{[:\"'\n\r".utf8)
        guard let start = rest.firstIndex(where: { signs.contains($0) }), signs[..<2].contains(rest[start]),
            PlaceholderScan(tokens.bytes).end(at: start) == nil
        else { return nil }
        return start
    }

    /// Passes over what stands before the value.
    private mutating func skip(to start: Int, from token: JSONToken) -> Step {
        let range = token.range.lowerBound..<start
        tokens.faults.add(
            .strayText,
            range,
            "'\(Shown.text(Blanks.trimmed(tokens.text(range))))' stands before the JSON",
            "remove it",
            replacement: ""
        )
        resume(at: start)
        return .root
    }

    private mutating func emptyText(_ token: JSONToken) {
        tokens.faults.add(.emptyText, token.range, "the text is empty, which is no JSON", "send at least {}")
    }

    /// Begins an object whose brace is missing.
    private mutating func missingOpen(_ token: JSONToken) -> Step {
        let start = token.range.lowerBound
        tokens.faults.add(
            .missingOpen,
            start..<start,
            "the text begins with a member; members stand inside '{' and '}'",
            "add '{' before it",
            replacement: "{"
        )
        _ = openContainer(JSONToken(kind: .openObject, range: start..<start), isObject: true)
        putBack(token)
        return .name
    }
}
