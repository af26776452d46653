/// Finds how to reach an org: from the command line, environment variables, and a profile, in that order.
///
/// The caller passes in the variables and the text of the file; a source reads neither itself.
public struct CredentialSource: Sendable {
    /// The values from the command line and `flowdrift.yaml`, which never include secrets.
    public var flags: Flags

    /// The environment variables.
    public var variables: [String: String]

    /// The prefix of the variables' names, without the underscore.
    public var prefix: String

    /// The text of `~/.gc/config.toml`, or `nil` if there is no such file.
    public var profileText: String?

    /// The path of that file, for messages.
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

    /// The prefix of the variables' names, unless `flowdrift.yaml` has another one.
    ///
    /// Source: MyPureCloud/terraform-provider-genesyscloud and MyPureCloud/platform-client-sdk-cli use the same prefix.
    public static let defaultPrefix = "GENESYSCLOUD"

    /// The values from the command line and `flowdrift.yaml`.
    public struct Flags: Sendable {
        /// The region, or `nil` if it isn't given.
        public var region: String?

        /// The URL of a gateway or a stub server, or `nil` for the region's own API.
        public var host: String?

        /// The name of the profile, or `nil` if none is given.
        public var profile: String?

        /// The region of the environment in `flowdrift.yaml`, which the command line overrides.
        public var settingsRegion: String?

        /// Makes flags.
        public init(region: String? = nil, host: String? = nil, profile: String? = nil, settingsRegion: String? = nil) {
            self.region = region
            self.host = host
            self.profile = profile
            self.settingsRegion = settingsRegion
        }
    }

    /// The host and its credentials.
    ///
    /// - Throws: ``AccessError`` if something is missing or wrong; it lists all the sources that were tried.
    public func access() throws(AccessError) -> Access {
        let profile = try profile()
        return Access(host: try host(profile), credentials: try credentials(profile))
    }
}
