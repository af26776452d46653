import SourceText

extension JSONTokens {
    /// The text of a scalar: a string's unescaped, another's as it is written.
    package func text(of record: JSONRecord) -> String {
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

    /// Whether a scalar has a text, without making it where its bytes tell.
    package func isText(_ text: String, of record: JSONRecord) -> Bool {
        guard let bytes = bytesOfText(record) else { return self.text(of: record) == text }
        if bytes.elementsEqual(text.utf8) { return true }
        // Accents may be apart from their letters on one side.
        guard bytes.contains(where: { $0 >= 0x80 }), text.utf8.contains(where: { $0 >= 0x80 }) else { return false }
        return String(decoding: bytes, as: UTF8.self) == text
    }

    /// Whether a word stands in the text of a scalar, without making that text where its bytes tell.
    package func contains(_ word: [UInt8], in record: JSONRecord) -> Bool {
        guard record.end - record.start >= word.count || record.form == .rewritten else { return false }
        guard let bytes = bytesOfText(record) else { return Array(text(of: record).utf8).holds(word) }
        return bytes.holds(word)
    }

    /// The bytes of a scalar's text, where they are written as they are.
    private func bytesOfText(_ record: JSONRecord) -> ArraySlice<UInt8>? {
        guard record.form == .plain, !record.holdsPlaceholder else { return nil }
        let edge = record.kind == .string ? 1 : 0
        return bytes[Int(record.start) + edge..<Int(record.end) - edge]
    }
}
