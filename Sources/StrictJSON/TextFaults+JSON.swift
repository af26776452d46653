extension TextFaults<JSONFaultKind> {
    /// Adds the fault of a quote inside a string that looks like the end of the string.
    package mutating func unescapedQuote(at index: Int) {
        add(
            .unescapedQuote,
            index..<index + 1,
            "a quote inside a string looks like the end of the string",
            "write \\\"",
            replacement: "\\\""
        )
    }

    /// Adds the fault of a string in quotes that JSON doesn't allow.
    package mutating func foreignQuotes(
        _ quote: JSONQuotes,
        _ written: String,
        around text: String,
        _ range: Range<Int>,
        isClosed: Bool
    ) {
        let (kind, quotes): (JSONFaultKind, String) =
            switch quote.family {
            case _ where quote.isCurly: (.curlyQuotes, "typographic quotes, where JSON allows only straight ones")
            case .single, .straight, .double: (.singleQuotes, "single quotes, where JSON allows only double quotes")
            case .backtick: (.singleQuotes, "backticks, where JSON allows only double quotes")
            case .escaped:
                (.escapedQuotes, "escaped quotes, as in a program's string, where JSON allows only plain ones")
            }
        let json = JSONValue.quoted(text)
        add(
            isClosed ? kind : .missingQuote,
            range,
            isClosed
                ? "\(Shown.text(written)) is in \(quotes)"
                : "the quote that opens at \(place(of: range.lowerBound)) is never closed",
            "write \(Shown.text(json))",
            replacement: json
        )
    }
}
