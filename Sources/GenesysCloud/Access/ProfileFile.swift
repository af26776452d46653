import TOMLKit

/// The Genesys Cloud CLI's file of profiles, `~/.gc/config.toml`.
///
/// Source: MyPureCloud/platform-client-sdk-cli: each profile is a section with `environment`, `client_credentials` (the
/// client's id), `client_secret` and `access_token`; the default profile is `DEFAULT`.
struct ProfileFile {
    let profiles: [String: [String: String]]

    /// The profile to use unless another is named.
    static let defaultProfile = "DEFAULT"

    /// Reads the file's text.
    ///
    /// - Throws: ``AccessError`` with the place if the text isn't TOML. The error doesn't quote the text, which may be
    ///   secret.
    init(_ text: String, path: String) throws(AccessError) {
        do {
            let root = try TOMLTable(string: text)
            var profiles: [String: [String: String]] = [:]
            for name in root.keys {
                guard let section = root[name]?.table else { continue }
                profiles[name] = section.keys.reduce(into: [:]) { values, key in values[key] = section[key]?.string }
            }
            self.profiles = profiles
        } catch let error as TOMLParseError {
            let place = "\(path):\(error.source.begin.line):\(error.source.begin.column)"
            throw AccessError(
                "\(place): This line of the Genesys Cloud CLI's profiles is not valid TOML",
                fix: "correct the line, or write the file again with the CLI: `gc profiles new`"
            )
        } catch {
            throw AccessError(
                "\(path): The Genesys Cloud CLI's profiles cannot be read",
                fix: "correct the file, or write it again with the CLI: `gc profiles new`"
            )
        }
    }

    /// The values of a profile, or `nil` if there is no such profile; the name's letter case doesn't matter.
    func values(of name: String) -> [String: String]? {
        profiles[name] ?? profiles.first { $0.key.lowercased() == name.lowercased() }?.value
    }
}
