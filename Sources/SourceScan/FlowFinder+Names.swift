import SourceText

/// Finds the strings that may be the name of a launched flow.
extension FlowFinder {
    /// The strings that may be the flow's name, because the expression of its id is computed from them.
    ///
    /// The strings are in the expression itself, as in `find("Callback")`, and in the values of the constants that the
    /// expression names.
    func candidates(in range: Range<Int>, _ function: Int, depth: Int) -> [Written<String>] {
        let range = range.clamped(to: 0..<unit.tokens.count).prefix(80)
        var found = range.filter(isCandidate).map { index in
            let content = unit.tokens[index].content
            return Written(
                unit.value(index),
                from: unit.position(content.lowerBound),
                to: unit.position(content.upperBound)
            )
        }
        guard depth < 4, let first = range.first, let last = range.last else { return found }
        for name in unit.names(in: first..<(last + 1)).prefix(8) {
            let owned = definitions.visible(name.name, in: function, owner: name.owner)
            let definition = owned.last ?? definitions.visible(name.owner, in: function).last
            guard let value = definition.map(value), !value.isEmpty, value.lowerBound != first else { continue }
            for candidate in candidates(in: value, function, depth: depth + 1) where !found.contains(candidate) {
                found.append(candidate)
            }
        }
        return found
    }

    private func isCandidate(_ token: Int) -> Bool {
        let content = unit.tokens[token].content
        guard unit.isString(token), content.count >= 3, content.count <= 200 else { return false }
        let text = unit.bytes[content]
        guard text.last != UInt8(ascii: "."), !text.contains(where: { "{}/\n<>=$".utf8.contains($0) }),
            Mentions.name(text) == nil, !FlowID.isID(text)
        else {
            return false
        }
        guard !(unit.token(token + 1)?.isSymbol(UInt8(ascii: ":")) ?? false) else { return false }
        // Keys, methods and headers are single words, so a single word must have a capital, a hyphen or an underscore.
        let value = String(decoding: text, as: UTF8.self)
        let isWord = !value.contains(" ")
        guard !Self.commonTexts.contains(value.lowercased()) else { return false }
        return !isWord || value.first?.isUppercase ?? false || value.contains("-") || value.contains("_")
    }

    private static let commonTexts: Set = [
        "post", "get", "put", "authorization", "content-type", "bearer ", "bearer", "accept", "user-agent",
        "flow_id", "input_data",
    ]
}
