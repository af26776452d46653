import StrictJSON
import YAML

/// Explains why a decoder couldn't read JSON, and adds the place of the error, which the decoder doesn't give.
struct DecodingReport {
    let file: String

    /// Whether the JSON was decoded from an export, so that its line numbers aren't those of the file.
    let isEncoded: Bool

    let bytes: [UInt8]

    func readingError(_ error: any Error) -> ReadingError {
        guard let error = error as? DecodingError else { return ReadingError("\(error)", at: Place(file: file)) }
        switch error {
        case .dataCorrupted(let context): return notJSON(context)
        case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
            return mistaken(context, " should be \(Self.name(of: type))")
        case .keyNotFound(let key, let context):
            return mistaken(context, " has no '\(key.stringValue)'")
        @unknown default:
            return ReadingError("\(error)", at: Place(file: file))
        }
    }

    private var whereToLook: String { isEncoded ? " in the JSON that the export contains" : "" }

    private var document: JSONDocument { JSONDocument(reading: bytes, JSONReading(warning: false)) }

    /// The error for text that isn't JSON, with the cause and the place of the first fault.
    ///
    /// The decoder itself gives no place, and it accepts trailing commas.
    private func notJSON(_ context: DecodingError.Context) -> ReadingError {
        let document = document
        // The decoder accepts a byte order mark, so another fault is the cause.
        let fault = document.faults.first { $0.kind != .byteOrderMark } ?? document.faults.first
        let isCut = document.faults.contains { $0.kind == .missingClose || $0.kind == .emptyText }
        let cause = fault?.problem ?? Self.phrase(context.debugDescription)
        // JSON that is nested too deeply may be valid.
        let problem =
            fault?.kind == .tooDeep
            ? "The JSON\(isEncoded ? " inside the export" : "") could not be read: \(cause)"
            : "The \(isEncoded ? "export's content" : "file") is not valid JSON: \(cause)"
        return ReadingError(
            problem,
            at: Place(file: file, position: isEncoded ? nil : fault?.position),
            fix: isCut
                ? "the file may have been cut short; export or download the file again"
                : "export or download the file again"
        )
    }

    private func mistaken(_ context: DecodingError.Context, _ problem: String) -> ReadingError {
        let node = context.codingPath.reduce(document.root) { node, key in
            key.intValue.map { node?.element($0) } ?? node?[key.stringValue]
        }
        return ReadingError(
            Self.path(context.codingPath) + whereToLook + problem,
            at: Place(file: file, position: isEncoded ? nil : node?.position)
        )
    }

    /// A member's path: `entities[3].name`.
    private static func path(_ keys: [any CodingKey]) -> String {
        let path = keys.reduce(into: "") { path, key in
            path += key.intValue.map { "[\($0)]" } ?? (path.isEmpty ? "" : ".") + key.stringValue
        }
        return path.isEmpty ? "The document" : "'\(path)'"
    }

    private static func name(of type: any Any.Type) -> String {
        switch type {
        case is String.Type: "a string"
        case is Int.Type: "a whole number"
        case is Bool.Type: "true or false"
        case is [Any].Type: "a list"
        default: "an object"
        }
    }

    private static func phrase(_ text: String) -> String {
        text.hasSuffix(".") ? String(text.dropLast()) : text
    }
}
