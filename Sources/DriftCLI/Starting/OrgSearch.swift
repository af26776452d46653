import DriftCore
import DriftEngine
import GenesysCloud

/// Finds out which environments there are, and how to reach their orgs: from snapshots, variables and a profile.
struct OrgSearch {
    /// What the repository has.
    let repository: Repository

    /// The environments that the user names; none for those that can be found out.
    let named: [EnvironmentName]

    /// What was found.
    struct Found {
        var orgs: [(name: EnvironmentName, org: Settings.Org)] = []

        /// What somebody should know of how it was found.
        var notices: [String] = []
    }

    /// The environment's name where nothing tells one.
    static let defaultName = "prod"

    /// Looks for environments and regions.
    func found() throws -> Found {
        var found = Found()
        var names = Set(named.isEmpty ? try repository.environments() + prefixes.compactMap(Self.name) : named)
        if names.isEmpty, let name = EnvironmentName(Self.defaultName) {
            names = [name]
            found.notices.append(
                "nothing names an environment, so it is called '\(name)'; call it otherwise with --environment"
            )
        }
        for name in names.sorted() {
            let prefix = prefixes.first { Self.name(of: $0) == name }
            var org = Settings.Org(credentials: prefix)
            do {
                org.region = try region(prefix)
            } catch let error as AccessError {
                found.notices.append("\(name): \(error.description)")
            }
            found.orgs.append((name, org))
        }
        return found
    }

    /// What the names of variables with credentials begin with, in order, the prefix of all environments left out.
    private var prefixes: [String] {
        let suffix = "_OAUTHCLIENT_ID"
        return repository.context.variables.filter { $0.key.hasSuffix(suffix) && !$0.value.isEmpty }
            .map { String($0.key.dropLast(suffix.count)) }
            .filter { $0 != CredentialSource.defaultPrefix && Self.name(of: $0) != nil }
            .sorted()
    }

    /// The environment that a prefix stands for: `PROD` is `prod`.
    private static func name(of prefix: String) -> EnvironmentName? {
        EnvironmentName(prefix.lowercased().replacing("_", with: "-"))
    }

    /// The region that the variables of a prefix say, or else those of all environments, or the profile.
    private func region(_ prefix: String?) throws -> String? {
        for prefix in [prefix, CredentialSource.defaultPrefix].compactMap(\.self) {
            let source = try CredentialSource(prefix: prefix, in: repository.context)
            if let region = try source.region() { return region.name }
        }
        return nil
    }
}
