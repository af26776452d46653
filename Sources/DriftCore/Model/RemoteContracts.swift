/// The contracts of another git repository, as `flowdrift.yaml` names them.
public struct RemoteContracts: Hashable, Sendable {
    /// The repository.
    public var repository: RepositoryAddress

    /// The folder of contracts in the repository, or one contract.
    public var path: String

    /// The revisions to read.
    public var refs: Refs

    /// The project's names of environments by the repository's own names, where the two differ.
    public var environments: [EnvironmentName: EnvironmentName]

    /// Where the settings name the repository.
    public var place: Place

    /// Makes the contracts of a repository.
    public init(
        _ repository: RepositoryAddress,
        path: String = "specs",
        refs: Refs,
        environments: [EnvironmentName: EnvironmentName] = [:],
        at place: Place
    ) {
        self.repository = repository
        self.path = path
        self.refs = refs
        self.environments = environments
        self.place = place
    }

    /// The revisions of a repository.
    public enum Refs: Hashable, Sendable {
        /// A branch, a tag or a commit for all environments.
        case one(String)

        /// A branch, a tag or a commit for each environment, which says what is deployed there.
        case byEnvironment([EnvironmentName: String])
    }

    /// Each revision once, with the environments that it is for, or `nil` for all.
    public var revisions: [(ref: String, environments: [EnvironmentName]?)] {
        switch refs {
        case .one(let ref): return [(ref, nil)]
        case .byEnvironment(let refs):
            let groups = Dictionary(grouping: refs.sorted { $0.key < $1.key }, by: \.value)
            return groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value.map(\.key)) }
        }
    }
}

/// The address of a git repository.
public struct RepositoryAddress: Hashable, Sendable {
    /// The address as the settings have it, perhaps with a password; never shown.
    public let url: String

    /// The host and path without scheme, user, password and `.git`: `git.example.org/web-shop`.
    ///
    /// The https and ssh forms of one repository give the same name.
    public let name: String

    /// The way to the repository.
    public let scheme: Scheme

    /// The ways to a repository that are allowed.
    public enum Scheme: String, Sendable {
        case https, ssh, file
    }

    /// Reads `https://…`, `ssh://…`, `user@host:path` or `file://…`; `nil` for any other text.
    public init?(_ text: String) {
        // An address that begins with a hyphen would be an option of git, and control characters end a line.
        guard !text.hasPrefix("-"), !text.isEmpty,
            text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F })
        else { return nil }
        url = text
        if let end = text.firstRange(of: "://")?.upperBound {
            guard let scheme = Scheme(rawValue: text[..<end].dropLast(3).lowercased()) else { return nil }
            self.scheme = scheme
            let rest = text[end...]
            guard scheme != .file else {
                guard rest.hasPrefix("/") else { return nil }
                name = Self.name(host: "localhost", path: rest)
                return
            }
            let authority = rest.prefix { $0 != "/" }
            let host = authority.split(separator: "@").last.map { $0.prefix { $0 != ":" } } ?? ""
            let path = rest.dropFirst(authority.count)
            guard !host.isEmpty, !host.hasPrefix("-"), path.count > 1 else { return nil }
            name = Self.name(host: host, path: path)
            return
        }
        // The short form of ssh: a colon before the first slash.
        let head = text.prefix { $0 != "/" }
        guard let colon = head.firstIndex(of: ":"), let at = head[..<colon].lastIndex(of: "@") else { return nil }
        let host = head[head.index(after: at)..<colon]
        let path = text[text.index(after: colon)...]
        guard !host.isEmpty, !host.hasPrefix("-"), !path.isEmpty else { return nil }
        scheme = .ssh
        name = Self.name(host: host, path: path)
    }

    private static func name(host: Substring, path: Substring) -> String {
        var parts = path.split(separator: "/").map(String.init)
        if let last = parts.last, last.hasSuffix(".git"), last.count > 4 {
            parts[parts.count - 1] = String(last.dropLast(4))
        }
        let path = parts.joined(separator: "/")
        return host.lowercased() + "/" + path
    }
}

/// The origin of a contract from another repository.
public struct ContractSource: Hashable, Sendable {
    /// The repository's host and path: `git.example.org/web-shop`.
    public var repository: String

    /// The branch, tag or commit that the settings name.
    public var ref: String

    /// The commit.
    public var commit: String

    /// The day when the commit was made, such as `2026-11-20`, or `nil` if it's unknown.
    public var date: String?

    /// Makes an origin.
    public init(repository: String, ref: String, commit: String, date: String? = nil) {
        self.repository = repository
        self.ref = ref
        self.commit = commit
        self.date = date
    }
}
