import Testing

@testable import GenesysCloud

struct SecretTests {
    @Test func neverPrints() throws {
        let client = ClientCredentials(id: try .make("id-1"), secret: try .make("s3cret"))
        let everything: [Any] = [
            try Secret.make("s3cret"), client, Credentials.client(client), PlatformRequest.token(client),
            try Access.client(), [try Secret.make("s3cret")],
        ]
        for thing in everything {
            var dumped = ""
            dump(thing, to: &dumped)
            #expect(!(dumped + "\(thing)" + String(reflecting: thing)).contains("s3cret"))
        }
    }

    @Test(arguments: [" s3cret\n", "s3cret", "\ts3cret\r\n"])
    func leavesOutWhatPastingAdds(_ text: String) throws {
        #expect(try Secret.make(text).text == "s3cret")
    }

    @Test(arguments: ["", " ", "a b", "a\r\nX-Evil: 1", "a\u{0}", "sécret"])
    func refusesWhatNoHeaderCanCarry(_ text: String) {
        #expect(Secret(text) == nil)
    }
}
