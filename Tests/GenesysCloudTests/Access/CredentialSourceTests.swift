import Testing

@testable import GenesysCloud

struct CredentialSourceTests {
    private static let variables = [
        "GENESYSCLOUD_OAUTHCLIENT_ID": "id-1", "GENESYSCLOUD_OAUTHCLIENT_SECRET": "s3cret",
        "GENESYSCLOUD_REGION": "eu_west_1",
    ]

    private static let profiles = """
        [DEFAULT]
        environment = "mypurecloud.de"
        client_credentials = "id-2"
        client_secret = "hunter2"

        [work]
        environment = "usw2.pure.cloud"
        access_token = "token-1"
        """

    @Test func takesTheVariables() throws {
        let access = try CredentialSource(variables: Self.variables).access()
        #expect(access == (try .client()))
    }

    @Test func takesTheVariablesOfAPrefix() throws {
        let variables = ["PROD_ACCESS_TOKEN": "token-1", "PROD_REGION": "eu-west-1"].merging(
            Self.variables.mapValues { _ in "another" }
        ) { own, _ in own }
        #expect(try CredentialSource(variables: variables, prefix: "PROD").access() == .token())
    }

    @Test func takesAProfileWhereTheVariablesSayNothing() throws {
        let flags = CredentialSource.Flags(profile: "WORK")
        let access = try CredentialSource(flags: flags, variables: [:], profileText: Self.profiles).access()
        #expect(access.host.apiURL == "https://api.usw2.pure.cloud")
        #expect(access.credentials == .accessToken(.token))
    }

    @Test func takesTheDefaultProfileWhereNoneIsNamed() throws {
        let access = try CredentialSource(variables: [:], profileText: Self.profiles).access()
        #expect(access.host.apiURL == "https://api.mypurecloud.de")
        let credentials = ClientCredentials(id: try .make("id-2"), secret: try .make("hunter2"))
        #expect(access.credentials == .client(credentials))
    }

    @Test func putsTheVariablesBeforeTheProfile() throws {
        let source = CredentialSource(variables: Self.variables, profileText: Self.profiles)
        #expect(try source.access() == .client())
    }

    @Test func needsNoProfilesWhereTheVariablesSayItAll() throws {
        let source = CredentialSource(variables: Self.variables, profileText: "not [ TOML")
        #expect(try source.access() == .client())
    }

    @Test(arguments: [
        (CredentialSource.Flags(region: "eu-west-2", settingsRegion: "eu-central-1"), "https://api.euw2.pure.cloud"),
        (CredentialSource.Flags(settingsRegion: "eu-central-1"), "https://api.mypurecloud.de"),
        (CredentialSource.Flags(region: "eu-west-2", host: "http://127.0.0.1:8085"), "http://127.0.0.1:8085"),
        (CredentialSource.Flags(), "https://api.mypurecloud.ie"),
    ])
    func takesTheNearestWordOnTheRegion(_ flags: CredentialSource.Flags, _ url: String) throws {
        let source = CredentialSource(flags: flags, variables: Self.variables)
        #expect(try source.access().host.apiURL == url)
    }

    @Test func needsNoRegionForAHost() throws {
        let flags = CredentialSource.Flags(host: "http://127.0.0.1:8085")
        let source = CredentialSource(flags: flags, variables: ["GENESYSCLOUD_ACCESS_TOKEN": "token-1"])
        #expect(try source.access().credentials == .accessToken(.token))
    }

    @Test(
        arguments: [
            (
                [:], nil, nil,
                "The org's region is unknown: neither --region, nor the region in flowdrift.yaml, nor GENESYSCLOUD_REGION is set, and ~/.gc/config.toml does not exist; set GENESYSCLOUD_REGION to the region, such as eu-west-1, or name a gateway with --host"
            ),
            (
                ["GENESYSCLOUD_REGION": "eu-west-1"], nil, nil,
                "There are no credentials: GENESYSCLOUD_OAUTHCLIENT_ID, GENESYSCLOUD_OAUTHCLIENT_SECRET and GENESYSCLOUD_ACCESS_TOKEN are not set, and ~/.gc/config.toml does not exist; set GENESYSCLOUD_OAUTHCLIENT_ID and GENESYSCLOUD_OAUTHCLIENT_SECRET to those of an OAuth client with the grant type Client Credentials"
            ),
            (
                [
                    "GENESYSCLOUD_REGION": "eu-west-1", "GENESYSCLOUD_OAUTHCLIENT_ID": "x",
                    "GENESYSCLOUD_OAUTHCLIENT_SECRET": " ",
                ],
                nil, nil,
                "GENESYSCLOUD_OAUTHCLIENT_ID is set in the environment variables, "
                    + "but GENESYSCLOUD_OAUTHCLIENT_SECRET is not; set GENESYSCLOUD_OAUTHCLIENT_SECRET too"
            ),
            (
                ["GENESYSCLOUD_REGION": "eu-west-1"], "[DEFAULT]\nclient_secret = \"hunter2\"", nil,
                "client_secret is set in profile 'DEFAULT' of ~/.gc/config.toml, but client_credentials is not; "
                    + "set client_credentials too"
            ),
            (
                [:], "[one]\n[two]", "three",
                "~/.gc/config.toml has no profile 'three'; name one of these: one, two"
            ),
            (
                [:], nil, "three",
                "The profile 'three' was requested, but ~/.gc/config.toml does not exist; create the profile with the Genesys Cloud CLI: `gc profiles new`"
            ),
            (
                [:], "[DEFAULT]\nclient_secret = hunter2", nil,
                "~/.gc/config.toml:2:17: This line of the Genesys Cloud CLI's profiles is not valid TOML; correct the line, or write the file again with the CLI: `gc profiles new`"
            ),
            (
                ["GENESYSCLOUD_REGION": "eu-west-1", "GENESYSCLOUD_ACCESS_TOKEN": "hunter2 hunter2"], nil, nil,
                "GENESYSCLOUD_ACCESS_TOKEN in the environment variables contains a blank or a character that is not visible ASCII; copy the value again"
            ),
        ] as [([String: String], String?, String?, String)]
    )
    func saysWhatIsMissingAndWhereItLooked(
        _ variables: [String: String],
        _ profiles: String?,
        _ profile: String?,
        _ description: String
    ) throws {
        let flags = CredentialSource.Flags(profile: profile)
        let source = CredentialSource(flags: flags, variables: variables, profileText: profiles)
        let error = try #require(throws: AccessError.self) { try source.access() }
        #expect(error.description == description)
        #expect(!error.description.contains("hunter2"))
    }
}
