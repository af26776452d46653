extension CredentialSource {
    /// The region from the first source that has one, or `nil` if none has.
    ///
    /// - Throws: ``AccessError`` if the region is unknown or the profile can't be read.
    public func region() throws(AccessError) -> Region? {
        guard let text = regions(try profile()).first else { return nil }
        return try Region(text)
    }

    /// The regions from all sources; the first one counts.
    private func regions(_ profile: [String: String]) -> [String] {
        [flags.region, flags.settingsRegion, variable("REGION"), Self.filled(profile["environment"])].compactMap(\.self)
    }

    func host(_ profile: [String: String]) throws(AccessError) -> PlatformHost {
        if let host = flags.host { return try PlatformHost(gateway: host) }
        guard let text = regions(profile).first else {
            throw AccessError(
                "The org's region is unknown: neither --region, nor the region in flowdrift.yaml, nor "
                    + "\(name("REGION")) is set\(profilePhrase("environment"))",
                fix: "set \(name("REGION")) to the region, such as eu-west-1, or name a gateway with --host"
            )
        }
        return PlatformHost(try Region(text))
    }

    func credentials(_ profile: [String: String]) throws(AccessError) -> Credentials {
        let variables = (variable("ACCESS_TOKEN"), variable("OAUTHCLIENT_ID"), variable("OAUTHCLIENT_SECRET"))
        let names = (name("ACCESS_TOKEN"), name("OAUTHCLIENT_ID"), name("OAUTHCLIENT_SECRET"))
        if let found = try credentials(variables, names, in: "the environment variables") { return found }
        let keys = ("access_token", "client_credentials", "client_secret")
        let values = (profile[keys.0], profile[keys.1], profile[keys.2])
        let filled = (Self.filled(values.0), Self.filled(values.1), Self.filled(values.2))
        if let found = try credentials(filled, keys, in: "profile '\(profileName)' of \(profilePath)") { return found }
        throw AccessError(
            "There are no credentials: \(names.1), \(names.2) and \(names.0) are not set\(profilePhrase(keys.1))",
            fix: "set \(names.1) and \(names.2) to those of an OAuth client with the grant type Client Credentials"
        )
    }

    /// The credentials from one source, or `nil` if the source has none.
    ///
    /// - Throws: ``AccessError`` if the source has an id without a secret, or a secret without an id.
    private func credentials(
        _ values: (token: String?, id: String?, secret: String?),
        _ names: (token: String, id: String, secret: String),
        in place: String
    ) throws(AccessError) -> Credentials? {
        if let token = values.token { return .accessToken(try secret(token, names.token, in: place)) }
        switch (values.id, values.secret) {
        case (let id?, let text?):
            let secret = try secret(text, names.secret, in: place)
            return .client(ClientCredentials(id: try self.secret(id, names.id, in: place), secret: secret))
        case (.some, nil):
            throw AccessError(
                "\(names.id) is set in \(place), but \(names.secret) is not",
                fix: "set \(names.secret) too"
            )
        case (nil, .some):
            throw AccessError("\(names.secret) is set in \(place), but \(names.id) is not", fix: "set \(names.id) too")
        case (nil, nil): return nil
        }
    }

    private func secret(_ text: String, _ name: String, in place: String) throws(AccessError) -> Secret {
        guard let secret = Secret(text) else {
            throw AccessError(
                "\(name) in \(place) contains a blank or a character that is not visible ASCII",
                fix: "copy the value again"
            )
        }
        return secret
    }

    func profile() throws(AccessError) -> [String: String] {
        guard let profileText else {
            guard let named = flags.profile else { return [:] }
            throw AccessError(
                "The profile '\(named)' was requested, but \(profilePath) does not exist",
                fix: "create the profile with the Genesys Cloud CLI: `gc profiles new`"
            )
        }
        // An invalid file of profiles doesn't matter if the variables have everything and no profile was requested.
        guard flags.profile != nil || !isSaidByVariables else { return [:] }
        let file = try ProfileFile(profileText, path: profilePath)
        if let values = file.values(of: profileName) { return values }
        guard let named = flags.profile else { return [:] }
        let names = file.profiles.keys.sorted().joined(separator: ", ")
        throw AccessError(
            "\(profilePath) has no profile '\(named)'",
            fix: names.isEmpty
                ? "create the profile with the Genesys Cloud CLI: `gc profiles new`" : "name one of these: \(names)"
        )
    }

    private var isSaidByVariables: Bool {
        let hasHost = [flags.host, flags.region, flags.settingsRegion, variable("REGION")].contains { $0 != nil }
        let hasClient = variable("OAUTHCLIENT_ID") != nil && variable("OAUTHCLIENT_SECRET") != nil
        return hasHost && (variable("ACCESS_TOKEN") != nil || hasClient)
    }

    private var profileName: String { flags.profile ?? ProfileFile.defaultProfile }

    private func name(_ rest: String) -> String { "\(prefix)_\(rest)" }

    private func variable(_ rest: String) -> String? { Self.filled(variables[name(rest)]) }

    /// The text, or `nil` if it is blank, because CI passes a missing secret as an empty variable.
    private static func filled(_ text: String?) -> String? {
        guard let text, !text.trimming(" \n\r\t").isEmpty else { return nil }
        return text
    }

    private func profilePhrase(_ key: String) -> String {
        profileText == nil
            ? ", and \(profilePath) does not exist" : ", and profile '\(profileName)' of \(profilePath) has no \(key)"
    }
}
