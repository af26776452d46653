extension JSONBuilder {
    /// Whether a number where a name should be is what people with a decimal comma write behind it: `1,5`.
    package mutating func isBehindDecimalComma(_ token: JSONToken) -> Bool {
        guard let whole = records.last, whole.kind == .number, whole.form == .plain,
            Int(whole.end) + 1 == token.range.lowerBound, peek().kind != .colon
        else { return false }
        let digits = tokens.text(of: whole).drop { $0 == "-" } + tokens.text(token.range)
        return digits.utf8.allSatisfy { 0x30...0x39 ~= $0 }
    }

    /// Puts a number together that a decimal comma has cut in two.
    package mutating func decimalComma(_ token: JSONToken) {
        guard let whole = records.last else { return }
        open[open.count - 1].comma = nil
        let number = "\(tokens.text(of: whole)).\(tokens.text(token.range))"
        let range = Int(whole.start)..<token.range.upperBound
        tokens.faults.add(
            .badNumber,
            range,
            "a comma stands in a number, where JSON takes only a point",
            "write \(number)",
            replacement: number
        )
        records[records.count - 1] = JSONRecord(tokens.rewritten(number, range), .number)
    }
}
