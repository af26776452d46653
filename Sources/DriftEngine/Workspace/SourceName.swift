/// Where flows come from, as a user writes it.
///
/// | written | means |
/// |---|---|
/// | `live` | the live org of the environment |
/// | `git:REV` | the snapshots at a revision of git |
/// | `plan:FILE` | what a Terraform plan leaves |
/// | `prod` | the snapshots of that environment |
/// | `snapshots/prod`, `exports` | a folder of snapshots or of exports, or one file |
package enum SourceName: Hashable, Sendable, CustomStringConvertible {
    case live
    case git(revision: String)
    case plan(file: String)
    /// A path, or an environment's name: which of the two, the files tell.
    case named(String)

    /// Reads a source's name; nil for an empty one.
    package init?(_ text: String) {
        guard !text.isEmpty else { return nil }
        if text == "live" {
            self = .live
        } else if let rest = Self.rest(of: text, behind: "git:") {
            guard !rest.isEmpty else { return nil }
            self = .git(revision: rest)
        } else if let rest = Self.rest(of: text, behind: "plan:") {
            guard !rest.isEmpty else { return nil }
            self = .plan(file: rest)
        } else {
            self = .named(text.withoutTrailingSlash)
        }
    }

    private static func rest(of text: String, behind prefix: String) -> String? {
        text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : nil
    }

    /// The revision of git; nil for another source.
    package var revision: String? {
        if case .git(let revision) = self { revision } else { nil }
    }

    /// The path that the source is or may be; `nil` for one that is no file.
    package var file: String? {
        switch self {
        case .plan(let file): file
        case .named(let path): path
        case .live, .git: nil
        }
    }

    /// The name as it was written.
    package var description: String {
        switch self {
        case .live: "live"
        case .git(let revision): "git:\(revision)"
        case .plan(let file): "plan:\(file)"
        case .named(let text): text
        }
    }
}
