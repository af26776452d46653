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
    /// - Throws: ``AccessError`` if it isn't TOML, with the place; the text there isn't repeated because it may be
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
                "\(place): The profiles are not valid TOML there",
                fix: "correct the line, or run `gc profiles new`"
            )
        } catch {
            throw AccessError(
                "\(path): The profiles cannot be read",
                fix: "correct the file, or run `gc profiles new`"
            )
        }
    }

    /// The values of a profile, or `nil` if there is none; the name's letter case doesn't matter.
    func values(of name: String) -> [String: String]? {
        profiles[name] ?? profiles.first { $0.key.lowercased() == name.lowercased() }?.value
    }
}
