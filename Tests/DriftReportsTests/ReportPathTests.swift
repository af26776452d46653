import Testing

@testable import DriftReports

struct ReportPathTests {
    @Test(arguments: [
        ("specs/a.yaml", "specs/a.yaml"), ("./specs/a.yaml", "specs/a.yaml"), (".//./a", "a"), ("../a", "../a"),
        ("/tmp/a b", "file:///tmp/a%20b"), ("a:b.yaml", "a%3Ab.yaml"), ("é%", "%C3%A9%25"), ("a\u{1}", "a%01"),
    ])
    func writesAPathAsAURI(_ path: String, _ uri: String) {
        #expect(ReportPath.uri(path) == uri)
    }
}
