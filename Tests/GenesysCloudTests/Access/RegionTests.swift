import Testing

@testable import GenesysCloud

struct RegionTests {
    @Test(arguments: [
        "eu-west-1", "EU-WEST-1", "eu_west_1", "mypurecloud.ie", "MyPureCloud.ie", "api.mypurecloud.ie",
        "https://apps.mypurecloud.ie/", "login.mypurecloud.ie",
    ])
    func readsANameOrADomain(_ text: String) throws {
        let region = try Region(text)
        #expect(region.name == "eu-west-1")
        #expect(region.apiURL == "https://api.mypurecloud.ie")
        #expect(region.loginURL == "https://login.mypurecloud.ie")
    }

    @Test(arguments: Region.known)
    func readsEveryKnownRegionByBothItsNames(_ region: Region) throws {
        #expect(try Region(region.name) == region)
        #expect(try Region(region.domain) == region)
    }

    @Test func listsTheKnownRegionsForAnUnknownOne() throws {
        let error = try #require(throws: AccessError.self) { try Region("eu-west-9") }
        #expect(error.problem == "There is no Genesys Cloud region 'eu-west-9'")
        #expect(Region.known.allSatisfy { error.fix.contains("\($0.name) (\($0.domain))") })
    }
}
