import Foundation

/// Finds secrets in outputs; each secret in a test has a mark by which it is recognized.
public enum SecretMarks {
    /// The marks of every secret in tests and of every token from the stub server.
    public static let marks = ["s3cret", "stub-token-"]

    /// The secrets in a text, in plain form or in base64.
    ///
    /// - Parameters:
    ///   - text: The output of a command.
    ///   - variables: The environment variables of the command; a name that ends in `_SECRET` or `_TOKEN` shows a
    ///     secret. Values with fewer than six characters are ignored.
    /// - Returns: The secrets that were found.
    public static func found(in text: String, variables: [String: String] = [:]) -> [String] {
        let own = variables.filter { $0.key.hasSuffix("_SECRET") || $0.key.hasSuffix("_TOKEN") }.map(\.value)
        let bytes = Data(text.utf8)
        return (marks + own.filter { $0.utf8.count >= 6 }).filter { secret in
            ([secret] + base64(secret)).contains { bytes.range(of: Data($0.utf8)) != nil }
        }
    }

    /// The three forms of a text inside longer base64, without the digits that depend on the bytes next to the text.
    private static func base64(_ text: String) -> [String] {
        (0..<3).map { offset in
            let bytes = [UInt8](repeating: 0, count: offset) + Array(text.utf8)
            // A digit has six bits; those with a bit of another byte may differ.
            let (first, end) = ((offset * 8 + 5) / 6, bytes.count * 8 / 6)
            return String(Data(bytes).base64EncodedString().prefix(end).dropFirst(first))
        }
    }
}
