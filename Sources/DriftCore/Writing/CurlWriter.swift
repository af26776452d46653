/// Writes a request as a curl command that can be pasted into a shell.
public struct CurlWriter: Sendable {
    /// Makes a writer.
    public init() {}

    /// The command, one option a line, without a line break at the end.
    ///
    /// - Parameters:
    ///   - method: The method.
    ///   - url: The address; variables of a shell in it are filled in by the shell.
    ///   - headers: Names and values in order; variables in values are filled in by the shell.
    ///   - body: The body; nil for none. Variables of a shell in it are filled in by the shell.
    /// - Returns: The command.
    public func text(
        method: String,
        url: String,
        headers: [(name: String, value: String)],
        body: OrderedJSON?
    ) -> String {
        var lines = ["curl -X \(method) \(quoted(url))"]
        lines += headers.map { "-H \(quoted("\($0.name): \($0.value)"))" }
        if let body { lines.append("-d \(quoted(JSONWriter().text(body)))") }
        return lines.joined(separator: " \\\n  ")
    }

    /// A word in single quotes, but for the variables in it, which stand in double quotes.
    private func quoted(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result = "'"
        for piece in PlaceholderScan(bytes).pieces(of: 0..<bytes.count) {
            let part = String(decoding: bytes[piece.range], as: UTF8.self)
            result +=
                piece.isPlaceholder && ShellSigns.isVariable(part)
                ? "'\"\(part)\"'" : part.replacing("'", with: "'\\''")
        }
        return result + "'"
    }
}
