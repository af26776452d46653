import Foundation

/// JSON as flowdrift writes it: indented, with members sorted by name and a line break at the end.
enum JSONText {
    /// The JSON of a value that consists of texts, whole numbers and booleans.
    static func encode(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            return Printable.json(String(decoding: try encoder.encode(value), as: UTF8.self)) + "\n"
        } catch {
            // Texts, whole numbers and booleans can always be encoded.
            preconditionFailure("A report cannot be encoded: \(error)")
        }
    }
}
