extension JSONBuilder {
    /// Closes the containers whose brackets are missing, up to one that is not.
    package mutating func closeMissing(before token: JSONToken?, until isReached: (OpenContainer) -> Bool) {
        guard let innermost = open.last else { return }
        trailingComma(before: token.map { "the closing '\(tokens.text($0.range))'" } ?? "the end of the text")
        let end = lastEnd(before: token)
        var brackets = ""
        while let container = open.last, !isReached(container) {
            brackets += container.isObject ? "}" : "]"
            pop(end: end)
        }
        let opening = innermost.isObject ? "{" : "["
        let others = brackets.count > 1 ? ", nor are \(brackets.count - 1) around it" : ""
        tokens.faults.add(
            .missingClose,
            end..<end,
            "the '\(opening)' of \(tokens.faults.place(of: innermost.start)) is never closed\(others)",
            "add '\(Shown.text(brackets))' here",
            replacement: brackets
        )
    }

    /// Where the token before this one ended.
    private func lastEnd(before token: JSONToken?) -> Int {
        guard let token else { return lastEnd }
        var end = token.range.lowerBound
        while end > 0, [0x20, 0x09, 0x0A, 0x0D].contains(tokens.bytes[end - 1]) { end -= 1 }
        return end
    }

    /// Reports the comma that nothing has followed in the innermost container.
    package mutating func trailingComma(before end: String) {
        guard let comma = open.last?.comma else { return }
        open[open.count - 1].comma = nil
        tokens.faults.add(
            .trailingComma,
            comma.range,
            "a comma stands before \(end), with nothing between them",
            "remove it",
            replacement: ""
        )
    }

    /// Reports a comma that nothing stands before.
    package mutating func extraComma(_ token: JSONToken) {
        guard !token.followsDirective else { return }
        tokens.faults.add(
            .extraComma,
            token.range,
            "a comma with no value before it",
            "remove it",
            replacement: ""
        )
    }

    /// Reports a comma that is missing before a token.
    package mutating func missingComma(before token: JSONToken) {
        let end = lastEnd(before: token)
        tokens.faults.add(
            .missingComma,
            end..<end,
            "no comma stands before \(Shown.text(tokens.text(token.range)))",
            "add ','",
            replacement: ","
        )
    }

    /// Reports another language's colon or comma.
    package mutating func wrongSeparator(_ token: JSONToken, _ right: String) {
        tokens.faults.add(
            .wrongSeparator,
            token.range,
            "'\(tokens.text(token.range))' stands where JSON takes only '\(right)'",
            "write '\(right)'",
            replacement: right
        )
    }

    /// Reports a bracket that closes nothing.
    package mutating func extraClose(_ token: JSONToken) {
        let bracket = tokens.text(token.range)
        tokens.faults.add(
            .extraClose,
            token.range,
            "this '\(bracket)' closes nothing",
            "remove it",
            replacement: ""
        )
    }

    /// Reports what stands where nothing of the kind belongs.
    package mutating func stray(_ token: JSONToken) {
        tokens.faults.add(
            .strayText,
            token.range,
            "'\(Shown.text(tokens.text(token.range)))' stands where it means nothing",
            "remove it",
            replacement: ""
        )
    }

    /// Reports something missing that nobody can guess.
    package mutating func missing(_ kind: JSONFault.Kind, _ problem: String, _ wayOut: String, _ token: JSONToken) {
        tokens.faults.add(kind, token.range, problem, wayOut)
    }
}
