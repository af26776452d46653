/// Finds out how to reach an org: from the command line, the environment's variables, and a profile, in that order.
///
/// It is pure: whoever calls it reads the variables and the file.
public struct CredentialSource: Sendable {
    /// What the command line and `flowdrift.yaml` say; secrets are never among it.
    public var flags: Flags

    /// The environment's variables.
    public var variables: [String: String]

    /// What the names of the variables begin with, without the underscore.
    public var prefix: String

    /// The text of `~/.gc/config.toml`; nil where there is no such file.
    public var profileText: String?

    /// The name of that file, for messages.
    public var profilePath: String

    /// Makes a source.
    public init(
        flags: Flags = Flags(),
        variables: [String: String],
        prefix: String = CredentialSource.defaultPrefix,
        profileText: String? = nil,
        profilePath: String = "~/.gc/config.toml"
    ) {
        self.flags = flags
        self.variables = variables
        self.prefix = prefix
        self.profileText = profileText
        self.profilePath = profilePath
    }

    /// What the names of the variables begin with unless `flowdrift.yaml` says otherwise.
    ///
    /// Source: MyPureCloud/terraform-provider-genesyscloud and MyPureCloud/platform-client-sdk-cli share them.
    public static let defaultPrefix = "GENESYSCLOUD"

    /// What the command line says.
    public struct Flags: Sendable {
        /// The region; nil where it is not said.
        public var region: String?

        /// The URL of a gateway or a stand-in; nil where the region's own API is meant.
        public var host: String?

        /// The profile; nil where none is named.
        public var profile: String?

        /// The region that `flowdrift.yaml` gives the environment; it comes after the command line.
        public var settingsRegion: String?

        /// Makes flags.
        public init(region: String? = nil, host: String? = nil, profile: String? = nil, settingsRegion: String? = nil) {
            self.region = region
            self.host = host
            self.profile = profile
            self.settingsRegion = settingsRegion
        }
    }

    /// The host and the credentials for it.
    ///
    /// - Throws: ``AccessError`` where something is missing, with everywhere it was looked for, or where it is wrong.
    public func access() throws(AccessError) -> Access {
        let profile = try profile()
        return Access(host: try host(profile), credentials: try credentials(profile))
    }
}
