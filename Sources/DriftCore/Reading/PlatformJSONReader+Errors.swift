import Foundation
import YAML

extension PlatformJSONReader {
    /// Says what is wrong in the words of the decoder, with the place where it gives one.
    func readingError(_ error: any Error) -> ReadingError {
        guard let error = error as? DecodingError else { return ReadingError("\(error)", at: Place(file: file)) }
        let scope = isEncoded ? " in the JSON that the export holds" : ""
        switch error {
        case .dataCorrupted(let context):
            let detail = context.underlyingError.map {
                ($0 as NSError).userInfo[NSDebugDescriptionErrorKey] as? String ?? "\($0)"
            }
            let text = detail ?? context.debugDescription
            let position = isEncoded ? nil : Self.position(in: text)
            return ReadingError(
                "The file is not valid JSON\(scope): \(Self.phrase(text))",
                at: Place(file: file, position: position),
                wayOut: "it may have been cut short; fetch it again"
            )
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            return ReadingError(
                "\(Self.path(context.codingPath))\(scope): \(Self.phrase(context.debugDescription))",
                at: Place(file: file)
            )
        case .keyNotFound(let key, let context):
            return ReadingError(
                "\(Self.path(context.codingPath))\(scope) has no '\(key.stringValue)'",
                at: Place(file: file)
            )
        @unknown default:
            return ReadingError("\(error)", at: Place(file: file))
        }
    }

    /// A member's path as people write it: `entities[3].name`.
    private static func path(_ keys: [any CodingKey]) -> String {
        let path = keys.reduce(into: "") { path, key in
            path += key.intValue.map { "[\($0)]" } ?? (path.isEmpty ? "" : ".") + key.stringValue
        }
        return path.isEmpty ? "The document" : "'\(path)'"
    }

    /// The place in the decoder's "around line 3, column 5"; nil where it gives none.
    private static func position(in text: String) -> Position? {
        guard
            let match = text.firstMatch(of: /line (\d+), column (\d+)/),
            let line = Int(match.1),
            let column = Int(match.2)
        else { return nil }
        return Position(line: line, column: max(1, column))
    }

    private static func phrase(_ text: String) -> String {
        let phrase = text.replacing(/\ around line \d+, column \d+/, with: "")
        return phrase.hasSuffix(".") ? String(phrase.dropLast()) : phrase
    }
}
