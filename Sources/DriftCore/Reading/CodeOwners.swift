/// The owners of files, according to a CODEOWNERS file of GitHub or GitLab.
///
/// Patterns have the syntax of gitignore, without `!` and character ranges. The last pattern that matches a file wins.
/// GitLab's sections are matched one by one, and the owners of all sections count. Source: docs.github.com, "About code
/// owners"; docs.gitlab.com, "Code Owners syntax".
public struct CodeOwners: Hashable, Sendable {
    private var sections: [Section] = [Section()]

    /// The possible paths of the CODEOWNERS file; the first path that exists counts.
    public static let places = [".github/CODEOWNERS", ".gitlab/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"]

    /// Reads a CODEOWNERS file; invalid lines are ignored, as GitHub and GitLab do.
    public init(_ text: String) {
        for line in text.split(whereSeparator: \.isNewline) {
            let line = line.trimmingPrefix { $0 == " " || $0 == "\t" }
            if line.isEmpty || line.hasPrefix("#") { continue }
            if let section = Section(heading: line) {
                sections.append(section)
            } else {
                sections[sections.count - 1].add(line)
            }
        }
    }

    /// The owners of a file; empty if the file has none.
    ///
    /// - Parameter file: The path from the repository's root.
    /// - Returns: The owners' names as CODEOWNERS writes them, each once.
    public func owners(of file: String) -> [String] {
        let parts = file.split(separator: "/").filter { $0 != "." }.map(String.init)
        var owners: [String] = []
        for section in sections {
            for owner in section.owners(of: parts) where !owners.contains(owner) { owners.append(owner) }
        }
        return owners
    }
}

extension CodeOwners {
    /// The lines after one heading of GitLab's file, or all lines of GitHub's file.
    private struct Section: Hashable {
        private var defaults: [String] = []
        private var rules: [Rule] = []

        init() {}

        /// Reads a heading, such as `[Name]` or `^[Name][2] @owner`, or returns `nil` for another line.
        init?(heading line: some StringProtocol) {
            let text = String(line)
            guard let match = text.wholeMatch(of: /\^?\[[^\]]+\](?:\[\d+\])?(?:\s+(.*))?/) else { return nil }
            defaults = CodeOwners.words(match.1 ?? "")
        }

        mutating func add(_ line: some StringProtocol) {
            var words = CodeOwners.words(line)
            guard let pattern = words.first else { return }
            words.removeFirst()
            rules.append(Rule(pattern: PathPattern(pattern), owners: words))
        }

        func owners(of path: [String]) -> [String] {
            guard let rule = rules.last(where: { $0.pattern.matches(path) }) else { return [] }
            return rule.owners.isEmpty ? defaults : rule.owners
        }
    }

    private struct Rule: Hashable {
        var pattern: PathPattern
        var owners: [String]
    }

    /// The words of a line before its comment; a blank after a backslash doesn't end a word.
    private static func words(_ line: some StringProtocol) -> [String] {
        var words: [String] = []
        var word = ""
        var isEscaped = false
        for character in line {
            if isEscaped {
                word.append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == " " || character == "\t" {
                if !word.isEmpty { words.append(word) }
                word = ""
            } else if character == "#", word.isEmpty {
                break
            } else {
                word.append(character)
            }
        }
        return word.isEmpty ? words : words + [word]
    }
}

/// A pattern of paths in gitignore's syntax.
private struct PathPattern: Hashable {
    private let parts: [String]

    /// Whether the pattern only matches folders, and so all files in those folders.
    private let isFolder: Bool

    init(_ text: String) {
        isFolder = text.hasSuffix("/")
        var parts = text.split(separator: "/").map(String.init)
        // A pattern with no slash except at its end matches at any depth.
        let inner = isFolder ? text.dropLast() : text[...]
        if !inner.contains("/") { parts.insert("**", at: 0) }
        self.parts = parts
    }

    /// Whether the pattern matches a file or one of its folders.
    func matches(_ path: [String]) -> Bool {
        if !isFolder, Self.matches(parts[...], path[...]) { return true }
        // `docs/*` matches the files in the folder, but not those in its subfolders.
        guard parts.last != "*" || isFolder || parts.count == 2 && parts[0] == "**" else { return false }
        return (1..<max(1, path.count)).contains { Self.matches(parts[...], path[..<$0]) }
    }

    private static func matches(_ parts: ArraySlice<String>, _ path: ArraySlice<String>) -> Bool {
        guard let part = parts.first else { return path.isEmpty }
        if part == "**" {
            let rest = parts.dropFirst()
            if rest.isEmpty { return !path.isEmpty }
            return (path.startIndex...path.endIndex).contains { matches(rest, path[$0...]) }
        }
        guard let name = path.first, Pattern(part).matches(name) else { return false }
        return matches(parts.dropFirst(), path.dropFirst())
    }
}
