import DriftCore
import DriftEngine
import GenesysCloud

/// Finds the environments, and how to reach their orgs, from snapshots, variables and a profile.
struct OrgSearch {
    let repository: Repository

    /// The environments that the user names, or empty to find them.
    let named: [EnvironmentName]

    struct Found {
        var orgs: [(name: EnvironmentName, org: Settings.Org)] = []

        /// Notices about what wasn't found.
        var notices: [String] = []
    }

    /// The environment's name if nothing names one.
    static let defaultName = "prod"

    func found() throws -> Found {
        var found = Found()
        var names = Set(named.isEmpty ? try repository.environments() + prefixes.compactMap(Self.name) : named)
        if names.isEmpty, let name = EnvironmentName(Self.defaultName) {
            names = [name]
            found.notices.append(
                "no environment was found, so the settings name one '\(name)'; choose another name with --environment"
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

    /// The prefixes of variables with credentials, sorted, without the one for all environments.
    private var prefixes: [String] {
        let suffix = "_OAUTHCLIENT_ID"
        return repository.context.variables.filter { $0.key.hasSuffix(suffix) && !$0.value.isEmpty }
            .map { String($0.key.dropLast(suffix.count)) }
            .filter { $0 != CredentialSource.defaultPrefix && Self.name(of: $0) != nil }
            .sorted()
    }

    /// The environment of a prefix: `prod` for `PROD`.
    private static func name(of prefix: String) -> EnvironmentName? {
        EnvironmentName(prefix.lowercased().replacing("_", with: "-"))
    }

    /// The region in the variables of a prefix, or else in those for all environments, or else in the profile.
    private func region(_ prefix: String?) throws -> String? {
        for prefix in [prefix, CredentialSource.defaultPrefix].compactMap(\.self) {
            let source = try CredentialSource(prefix: prefix, in: repository.context)
            if let region = try source.region() { return region.name }
        }
        return nil
    }
}
