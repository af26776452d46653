import Testing

@testable import GenesysCloud

struct ProxySettingsTests {
    @Test(arguments: [
        ([:], "localhost,127.0.0.1,::1"),
        (["NO_PROXY": "intra.example, .corp"], "intra.example,.corp,localhost,127.0.0.1,::1"),
        (["no_proxy": "localhost"], "localhost,127.0.0.1,::1"),
        (["no_proxy": "a", "NO_PROXY": "b"], "a,localhost,127.0.0.1,::1"),
        (["NO_PROXY": "*"], "*"),
    ])
    func keepsThisMachineFromProxies(_ variables: [String: String], _ exceptions: String) {
        #expect(ProxySettings.exceptions(variables) == exceptions)
    }

    @Test(arguments: [
        ([:], nil),
        (["HTTPS_PROXY": ""], nil),
        (["HTTPS_PROXY": "http://proxy:3128"], "http://proxy:3128"),
        (["https_proxy": "http://user:pa@ss@proxy:3128"], "proxy:3128"),
        (["ALL_PROXY": "socks5://proxy"], "socks5://proxy"),
    ])
    func namesTheProxyWithoutItsPassword(_ variables: [String: String], _ proxy: String?) {
        #expect(ProxySettings.proxy(variables) == proxy)
    }

    @Test(arguments: [("api.mypurecloud.ie", true), ("mypurecloud.ie", true), ("notmypurecloud.ie", false)])
    func knowsTheHostsThatNoProxyIsAskedFor(_ host: String, _ isException: Bool) {
        #expect(ProxySettings.isException(host, ["NO_PROXY": ".mypurecloud.ie"]) == isException)
    }
}
