import GenesysStub
import TestSupport
import Testing

@testable import DriftCLI

/// The sources of credentials and region: flags, then variables, then a profile.
///
/// The stub server accepts any secret but 'wrong', so a successful run shows which one was used.
struct LiveCredentialTests {
    private static let profiles = """
        [DEFAULT]
        client_credentials = "client-id-0"
        client_secret = "wrong"

        [shop]
        client_credentials = "client-id-1"
        client_secret = "s3cret-of-shop"

        """

    private static func variables(_ prefix: String, _ secret: String) -> [String: String] {
        ["\(prefix)_OAUTHCLIENT_ID": "client-id-2", "\(prefix)_OAUTHCLIENT_SECRET": secret]
    }

    private func snapshot(
        _ arguments: [String] = [],
        variables: [String: String] = [:],
        settings: String? = nil,
        profiles: String? = profiles
    ) async throws -> CommandRun {
        try await LiveProject.serving(.orders()) { live in
            if let profiles { try live.folder.write(profiles, to: "home/.gc/config.toml") }
            if let settings { try live.folder.write(settings, to: "flowdrift.yaml") }
            let home = ["HOME": live.folder.path + "/home"]
            let words = ["snapshot", "--environment", "test", "--host", live.host] + arguments
            return await CommandRun(words, in: live.folder.path, variables: home.merging(variables) { $1 })
        }
    }

    @Test(
        arguments: [
            (["--profile", "shop"], [:], nil), ([], variables("GENESYSCLOUD", "right"), nil),
            ([], ["GENESYSCLOUD_ACCESS_TOKEN": "a-token"], nil),
            (["--profile", "SHOP"], ["GENESYSCLOUD_OAUTHCLIENT_ID": " "], nil),
            ([], variables("SHOP", "right").merging(variables("GENESYSCLOUD", "wrong")) { $1 }, "SHOP"),
        ] as [([String], [String: String], String?)]
    )
    func takesThoseThatComeFirst(_ arguments: [String], _ variables: [String: String], _ prefix: String?) async throws {
        let settings = prefix.map { "flowdrift: 1\nenvironments: { test: { credentials: \($0) } }\n" }
        let run = try await snapshot(arguments, variables: variables, settings: settings)
        #expect(run.status == 0, "\(run.transcript)")
    }

    @Test(
        arguments: [
            (["--profile", "shop"], variables("GENESYSCLOUD", "wrong")), ([], [:]),
            ([], variables("GENESYSCLOUD", "wrong")),
        ] as [([String], [String: String])]
    )
    func failsWithThoseThatComeFirst(_ arguments: [String], _ variables: [String: String]) async throws {
        let run = try await snapshot(arguments, variables: variables)
        #expect(run.status == 2)
        #expect(run.errors.contains("The OAuth client got no token (status 401)"))
        #expect(!run.transcript.contains("wrong"))
    }

    @Test func namesThePlacesWhereItLooked() async throws {
        let settings = "flowdrift: 1\nenvironments: { test: { credentials: SHOP } }\n"
        let run = try await snapshot(
            variables: Self.variables("GENESYSCLOUD", "right"),
            settings: settings,
            profiles: nil
        )
        #expect(run.status == 2)
        #expect(
            run.errors == """
                error: environment 'test': There are no credentials: SHOP_OAUTHCLIENT_ID, \
                SHOP_OAUTHCLIENT_SECRET and SHOP_ACCESS_TOKEN are not set, and ~/.gc/config.toml does not exist; \
                set SHOP_OAUTHCLIENT_ID and SHOP_OAUTHCLIENT_SECRET to those of an OAuth client with the grant type Client Credentials

                """
        )
    }

    @Test(arguments: [
        (["--region", "flag-1"], "flag-1"), ([], "settings-1"),
    ])
    func takesTheRegionThatComesFirst(_ arguments: [String], _ region: String) async throws {
        let folder = try TemporaryFolder()
        try folder.write("[DEFAULT]\nenvironment = \"profile-1\"\n", to: "home/.gc/config.toml")
        try folder.write("flowdrift: 1\nenvironments: { test: { region: settings-1 } }\n", to: "flowdrift.yaml")
        let variables = ["HOME": folder.path + "/home", "GENESYSCLOUD_REGION": "variable-1"]
        let words = ["snapshot", "--environment", "test"] + arguments
        let run = await CommandRun(words, in: folder.path, variables: variables)
        #expect(run.errors.contains("There is no Genesys Cloud region '\(region)'"))
    }

    @Test(arguments: [(["GENESYSCLOUD_REGION": "variable-1"], "variable-1"), ([:], "profile-1")])
    func takesTheRegionOfTheVariablesBeforeThatOfTheProfile(
        _ variables: [String: String],
        _ region: String
    ) async throws {
        let folder = try TemporaryFolder()
        try folder.write("[DEFAULT]\nenvironment = \"profile-1\"\n", to: "home/.gc/config.toml")
        let home = ["HOME": folder.path + "/home"]
        let words = ["snapshot", "--environment", "test"]
        let run = await CommandRun(words, in: folder.path, variables: home.merging(variables) { $1 })
        #expect(run.errors.contains("There is no Genesys Cloud region '\(region)'"))
    }
}
