extension JSONTokens {
    /// The text of a scalar: a string's unescaped, another's as it is written.
    func text(of record: JSONRecord) -> String {
        let range = Int(record.start)..<Int(record.end)
        if record.holdsPlaceholder, record.kind == .string, record.form != .rewritten {
            return JSONUnescaping.template(bytes, range.lowerBound + 1..<range.upperBound - 1)
        }
        return switch record.form {
        case .rewritten: texts[Int(record.link)]
        case .plain where record.kind == .string: text(range.lowerBound + 1..<range.upperBound - 1)
        case .escaped: JSONUnescaping.text(bytes[range.lowerBound + 1..<range.upperBound - 1])
        default: text(range)
        }
    }
}
