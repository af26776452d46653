import SourceText
import Testing

@testable import DriftCore

struct SettingsOrgTests {
    @Test func readsHowToReachEachOrg() throws {
        let settings = try read(
            "{ dev: , test: { region: eu-west-1 }, prod: { region: mypurecloud.ie, credentials: PROD } }"
        )
        let (dev, test, prod) = (EnvironmentName("dev"), EnvironmentName("test"), EnvironmentName("prod"))
        #expect(settings.environments == [dev, prod, test].compactMap(\.self))
        #expect(settings.orgs[try #require(dev)] == nil)
        #expect(settings.orgs[try #require(test)] == Settings.Org(region: "eu-west-1"))
        #expect(settings.orgs[try #require(prod)] == Settings.Org(region: "mypurecloud.ie", credentials: "PROD"))
    }

    @Test(arguments: ["\"a b\"", "hunter2/x", "\"1X\"", "p@ss"])
    func refusesASecretWithoutRepeatingIt(_ text: String) throws {
        let error = try #require(throws: ReadingError.self) { try read("{ prod: { credentials: \(text) } }") }
        #expect(error.fix?.hasSuffix("don't write a secret into this file") == true)
        #expect(!error.description.contains(text))
    }

    private func read(_ environments: String) throws -> Settings {
        let text = "flowdrift: 1\nenvironments: \(environments)\n"
        return try SettingsReader().settings(Array(text.utf8), file: "flowdrift.yaml")
    }
}
