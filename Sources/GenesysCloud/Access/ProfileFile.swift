import TOMLKit

/// `~/.gc/config.toml`, where the Genesys Cloud CLI keeps its profiles.
///
/// Source: MyPureCloud/platform-client-sdk-cli: a section a profile, with `environment`, `client_credentials` (the
/// client's id), `client_secret` and `access_token`; the profile that is used unless another is named is `DEFAULT`.
struct ProfileFile {
    /// The values of each profile, by the profile's name.
    let profiles: [String: [String: String]]

    /// The profile that is used unless another is named.
    static let defaultProfile = "DEFAULT"

    /// Reads the file's text.
    ///
    /// - Throws: ``AccessError`` where it is not TOML, with the place; what stands there is not repeated.
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
                "\(place): The profiles are not TOML there",
                wayOut: "correct the line, or run `gc profiles new`"
            )
        } catch {
            throw AccessError(
                "\(path): The profiles cannot be read",
                wayOut: "correct the file, or run `gc profiles new`"
            )
        }
    }

    /// The values of a profile, whose name may be in another letter case; nil where there is none.
    func values(of name: String) -> [String: String]? {
        profiles[name] ?? profiles.first { $0.key.lowercased() == name.lowercased() }?.value
    }
}
