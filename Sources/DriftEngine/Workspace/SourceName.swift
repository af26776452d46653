/// A source of flows, as a user names it.
///
/// | written | means |
/// |---|---|
/// | `live` | the live org of the environment |
/// | `git:REV` | the snapshots at a revision of git |
/// | `plan:FILE` | the environment after a Terraform plan |
/// | `prod` | the snapshots of that environment |
/// | `snapshots/prod`, `exports` | a folder of snapshots or of exports, or one file |
package enum SourceName: Hashable, Sendable, CustomStringConvertible {
    case live
    case git(revision: String)
    case plan(file: String)
    /// A path or the name of an environment; which of them depends on the files that exist.
    case named(String)

    /// Parses a source's name, or returns `nil` if a part is empty.
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

    /// The git revision, or `nil` for another source.
    package var revision: String? {
        if case .git(let revision) = self { revision } else { nil }
    }

    /// The path that the source is or may be, or `nil` if it isn't a file.
    package var file: String? {
        switch self {
        case .plan(let file): file
        case .named(let path): path
        case .live, .git: nil
        }
    }

    package var description: String {
        switch self {
        case .live: "live"
        case .git(let revision): "git:\(revision)"
        case .plan(let file): "plan:\(file)"
        case .named(let text): text
        }
    }
}
