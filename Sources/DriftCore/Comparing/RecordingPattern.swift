/// A path under a contract's `recordings`, relative to the contract: `*`, `?` and `**` are wildcards.
public struct RecordingPattern: Hashable, Sendable {
    private let parts: [String]

    /// Makes a pattern.
    ///
    /// - Parameters:
    ///   - text: The path as the contract writes it.
    ///   - contract: The contract's file.
    public init(_ text: String, in contract: String) {
        parts = FilePath(text, in: contract).text.split(separator: "/").map(String.init)
    }

    /// Whether the pattern names a file, whose path starts at the same folder as the contract's.
    public func matches(_ file: String) -> Bool {
        let path = FilePath(file).text.split(separator: "/").map(String.init)
        return Self.matches(parts[...], path[...])
    }

    private static func matches(_ parts: ArraySlice<String>, _ path: ArraySlice<String>) -> Bool {
        guard let part = parts.first else { return path.isEmpty }
        if part == "**" {
            let rest = parts.drop { $0 == "**" }
            return (path.startIndex...path.endIndex).contains { matches(rest, path[$0...]) }
        }
        guard let name = path.first, part == name || Pattern(part).matches(name) else { return false }
        return matches(parts.dropFirst(), path.dropFirst())
    }
}
