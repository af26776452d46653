extension JSONFaults {
    /// Adds the fault of a string in quotes that JSON does not have.
    mutating func foreignQuotes(
        _ quote: JSONQuotes,
        _ written: String,
        around text: String,
        _ range: Range<Int>,
        isClosed: Bool
    ) {
        let (kind, quotes): (JSONFault.Kind, String) =
            switch quote.family {
            case _ where quote.isCurly: (.curlyQuotes, "typographic quotes; JSON takes only straight ones")
            case .single, .straight, .double: (.singleQuotes, "single quotes; JSON takes only double ones")
            case .backtick: (.singleQuotes, "backticks; JSON takes only double quotes")
            case .escaped: (.escapedQuotes, "escaped quotes, as in a program's string; JSON takes plain ones")
            }
        let json = JSONValue.quoted(text)
        add(
            isClosed ? kind : .missingQuote,
            range,
            isClosed
                ? "\(Shown.text(written)) stands in \(quotes)" : "the quote before \(Shown.text(text)) is never closed",
            "write \(Shown.text(json))",
            replacement: json
        )
    }
}
