import YAML

/// Reads an entry of `contracts:` in `flowdrift.yaml` that names another git repository.
struct RemoteContractsReader {
    private static let keys = ["git", "path", "ref", "environments"]

    func remote(_ node: YAMLCursor) throws(ReadingError) -> RemoteContracts {
        let entry = try node.mapping("the contracts of a repository", keys: Self.keys)
        let address = try entry.required("git", in: "the contracts of a repository")
        guard let repository = RepositoryAddress(try address.text("a repository's address")) else {
            // The address may contain a password, so the message doesn't repeat it.
            throw address.error(
                "flowdrift can't fetch from this repository's address",
                "write https://HOST/PATH, ssh://HOST/PATH or USER@HOST:PATH"
            )
        }
        return RemoteContracts(
            repository,
            path: try path(entry.value("path")),
            refs: try refs(entry.required("ref", in: "the contracts of a repository")),
            environments: try environments(entry.value("environments")),
            at: Place(file: address.file, position: address.node.position)
        )
    }

    private func path(_ node: YAMLCursor?) throws(ReadingError) -> String {
        guard let node else { return "specs" }
        let path = try node.text("a path")
        let parts = path.split(separator: "/")
        guard !path.hasPrefix("/"), !path.hasPrefix("-"), !parts.isEmpty, !parts.contains("..") else {
            throw node.error("The path '\(path)' leads out of the repository", "write a path from the repository's top")
        }
        let inside = parts.filter { $0 != "." }.joined(separator: "/")
        return inside.isEmpty ? "." : inside
    }

    private func refs(_ node: YAMLCursor) throws(ReadingError) -> RemoteContracts.Refs {
        guard node.node.kind == .mapping else { return .one(try ref(node)) }
        var refs: [EnvironmentName: String] = [:]
        for (key, value) in try node.entries("refs") { refs[try key.environmentName()] = try ref(value) }
        guard !refs.isEmpty else { throw node.error("`ref` names no branch, tag or commit", "name one of them") }
        return .byEnvironment(refs)
    }

    /// A branch, a tag or a commit; git would read a name that begins with a hyphen as an option.
    private func ref(_ node: YAMLCursor) throws(ReadingError) -> String {
        let ref = try node.text("a branch or tag")
        let forbidden = ref.unicodeScalars.contains {
            $0.value <= 0x20 || $0.value == 0x7F || "~^:?*[\\".unicodeScalars.contains($0)
        }
        guard !ref.isEmpty, !ref.hasPrefix("-"), !forbidden, !ref.contains(".."), !ref.hasSuffix("/") else {
            throw node.error("'\(ref)' cannot be a branch, tag or commit", "correct the name")
        }
        return ref
    }

    private func environments(_ node: YAMLCursor?) throws(ReadingError) -> [EnvironmentName: EnvironmentName] {
        var names: [EnvironmentName: EnvironmentName] = [:]
        for (key, value) in try node?.entries("environments") ?? [] {
            names[try key.environmentName()] = try value.environmentName()
        }
        return names
    }
}
