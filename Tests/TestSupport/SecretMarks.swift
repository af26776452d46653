import Foundation

/// What no output may hold: the secrets that tests use are made to be told.
public enum SecretMarks {
    /// What every made-up secret and every token of the stand-in holds.
    public static let marks = ["s3cret", "stub-token-"]

    /// The secrets that a text holds, as they are or in base64.
    ///
    /// - Parameters:
    ///   - text: What a command wrote.
    ///   - variables: The environment's variables that the command ran with; those named after a secret or a token hold
    ///     one. One of fewer than six characters is not looked for.
    /// - Returns: Those that were found.
    public static func found(in text: String, variables: [String: String] = [:]) -> [String] {
        let own = variables.filter { $0.key.hasSuffix("_SECRET") || $0.key.hasSuffix("_TOKEN") }.map(\.value)
        let bytes = Data(text.utf8)
        return (marks + own.filter { $0.utf8.count >= 6 }).filter { secret in
            ([secret] + base64(secret)).contains { bytes.range(of: Data($0.utf8)) != nil }
        }
    }

    /// The text in base64, however many bytes stand before it, without the digits that its neighbours change.
    private static func base64(_ text: String) -> [String] {
        (0..<3).map { offset in
            let bytes = [UInt8](repeating: 0, count: offset) + Array(text.utf8)
            // Six bits a digit: those that hold a bit of another byte differ.
            let (first, end) = ((offset * 8 + 5) / 6, bytes.count * 8 / 6)
            return String(Data(bytes).base64EncodedString().prefix(end).dropFirst(first))
        }
    }
}
