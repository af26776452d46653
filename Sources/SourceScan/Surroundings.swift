import SourceText

/// Distinguishes tests and stand-ins from other code by the file's path, the blocks around a launch, and the launch's
/// statement.
struct Surroundings {
    private let fromPath: LaunchSite.Setting?

    init(file: String) { fromPath = Self.setting(of: file) }

    /// Whether the file's path says that it is a test or a mock.
    var isTest: Bool { fromPath != nil }

    /// What kind of text a sign is in.
    func setting(of sign: FoundSign, in unit: CodeUnit, _ scopes: Scopes, mocks: Set<String>) -> LaunchSite.Setting {
        if Self.isMock(sign, unit, mocks) || fromPath == .mock { return .mock }
        if fromPath == .document { return .document }
        if fromPath == .test || scopes.isTest(sign.token) { return .test }
        return .code
    }

    // MARK: Paths

    private static func setting(of file: String) -> LaunchSite.Setting? {
        let parts = file.split(separator: "/")
        guard let name = parts.last else { return nil }
        let folders = Set(parts.dropLast().map { $0.lowercased() })
        if !folders.isDisjoint(with: ["__mocks__", "mocks", "mock", "stubs", "wiremock", "mappings"]) { return .mock }
        let testFolders: Set = [
            "test", "tests", "__tests__", "spec", "e2e", "cypress", "testing", "integration-tests",
            "androidtest",
        ]
        if !folders.isDisjoint(with: testFolders) { return .test }
        let words = words(of: String(name))
        if words.contains("mock") || words.contains("mocks") { return .mock }
        if name.lowercased().hasSuffix(".d.ts") { return .document }
        return words.contains("test") || words.contains("tests") || words.contains("spec") || words.contains("conftest")
            ? .test : nil
    }

    /// The words of a file's name in lower case: `launch`, `test`, `js` for `launchTest.js`.
    private static func words(of name: String) -> [String] {
        var words: [String] = []
        var word = ""
        var wasLower = false
        for character in name {
            if !character.isLetter || character.isUppercase && wasLower {
                words.append(word.lowercased())
                word = ""
            }
            if character.isLetter { word.append(character) }
            wasLower = character.isLowercase
        }
        return words + [word.lowercased()]
    }

    // MARK: Mocks

    /// The libraries for stand-ins that a unit imports or names.
    static func mocks(in unit: CodeUnit) -> Set<String> {
        var found: Set<String> = []
        for token in unit.tokens where token.content.count >= 3 && token.content.count <= 24 {
            guard token.kind == .string || token.kind == .word else { continue }
            let text = String(decoding: unit.bytes[token.content], as: UTF8.self)
            if libraries.contains(text) { found.insert(text) }
        }
        return found
    }

    private static func isMock(_ sign: FoundSign, _ unit: CodeUnit, _ mocks: Set<String>) -> Bool {
        guard !sign.isType else { return false }
        if case .call = sign.sign { return false }
        let statement = unit.statement(around: sign.token)
        let before = unit.names(in: statement.lowerBound..<max(statement.lowerBound, sign.token))
        // Other code also uses the name of Python's library `responses`, so only some of its functions count.
        if before.contains(where: { $0.owner == "responses" && ["add", "post", "POST", "upsert"].contains($0.name) }) {
            return true
        }
        var words = Set(before.map(\.name))
        // The calls around the path count too: `stubFor(post(urlEqualTo("…")))`, `http.post("…", () => …)`.
        var place = statement.lowerBound
        for _ in 0..<6 where place > 0 && unit.tokens[place - 1].kind == .open {
            let outer = unit.statement(around: place - 1)
            guard outer.lowerBound < place else { break }
            let names = unit.names(in: outer.lowerBound..<place)
            if names.contains(where: {
                $0.owner == "responses" && $0.name != "push" || $0.owner == "Http" && $0.name == "fake"
            }) {
                return true
            }
            words.formUnion(names.map(\.name))
            if unit.tokens[place - 1].opens(UInt8(ascii: "{")) { break }
            place = outer.lowerBound
        }
        if !words.isDisjoint(with: calls) { return true }
        if words.contains(where: { $0.hasPrefix("mock") || $0.hasPrefix("Mock") || $0.hasSuffix("Mock") }) {
            return true
        }
        let isServer = !words.isDisjoint(with: ["rest", "http"]) && mocks.contains("msw")
        return isServer || isRoute(sign, unit, words)
    }

    /// Whether a path is the first argument of a server's route: `app.post("/api/…", (request, response) => …)`.
    private static func isRoute(_ sign: FoundSign, _ unit: CodeUnit, _ words: Set<String>) -> Bool {
        let servers: Set = ["app", "router", "fastify", "server", "mux", "r"]
        guard words.contains(where: { servers.contains($0) || $0.hasSuffix("Router") || $0.hasSuffix("Server") }) else {
            return false
        }
        guard let before = unit.token(sign.token - 1), before.opens(UInt8(ascii: "(")),
            ["post", "use", "all", "Post", "POST", "Handle", "route"].contains(unit.word(sign.token - 2))
        else { return false }
        guard let next = unit.token(sign.token + 1), next.isSymbol(UInt8(ascii: ",")) else {
            return unit.word(sign.token - 2) == "route"
        }
        let arguments = (sign.token + 2)..<max(sign.token + 2, unit.closer(sign.token - 1))
        let isFunction = arguments.prefix(40).contains {
            unit.tokens[$0].isSymbol(Token.Code.fatArrow) || ["function", "func"].contains(unit.word($0))
        }
        return isFunction || arguments.count == 1
    }

    private static let libraries: Set = ["msw", "nock"]
    private static let calls: Set = [
        "nock", "stubFor", "urlEqualTo", "urlPathEqualTo", "urlMatching", "requests_mock", "requestsMock",
        "httpretty", "respx", "fetchMock", "fetch_mock", "moxios", "onPost", "onAny", "intercept", "stub_request",
        "RegisterResponder", "httpmock", "gock", "HandleFunc", "HandlerFunc", "wiremock", "WireMock", "WithPath",
        "expectOne", "addInteraction", "withRequest", "stubRequest", "aioresponses", "httpx_mock", "rest_mock",
        "MockServer", "mockserver", "register_uri", "Stub", "onRequest", "route_mock",
    ]
}
