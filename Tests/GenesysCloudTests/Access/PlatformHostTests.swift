import Testing

@testable import GenesysCloud

struct PlatformHostTests {
    @Test(arguments: [
        ("http://127.0.0.1:8085", "http://127.0.0.1:8085"),
        ("http://localhost:8085/", "http://localhost:8085"),
        ("http://[::1]:8085", "http://[::1]:8085"),
        ("https://Gateway.example.org/genesys/", "https://gateway.example.org/genesys"),
    ])
    func keepsTheAPIAndTheTokensBelowOneURL(_ text: String, _ url: String) throws {
        let host = try PlatformHost(gateway: text)
        #expect(host.apiURL == url)
        #expect(host.loginURL == url)
    }

    @Test(arguments: [
        ("http://gateway.example.org", "use https; http is allowed only for this machine"),
        ("http://127.0.0.1.example.org", "use https; http is allowed only for this machine"),
        ("http://127.0.0.2", "use https; http is allowed only for this machine"),
        ("ftp://gateway.example.org", "write the host as https://"),
        ("gateway.example.org", "write the host as https://"),
        ("https://user:hunter2@gateway.example.org", "leave the user and the password out"),
        ("https://gateway.example.org?x=1", "leave the query or the fragment out"),
        ("", "write the host as https://"),
    ])
    func refusesWhatWouldShowTheToken(_ text: String, _ fix: String) throws {
        let error = try #require(throws: AccessError.self) { try PlatformHost(gateway: text) }
        #expect(error.fix.contains(fix))
        #expect(!error.description.contains("hunter2"))
    }
}
