import Foundation
import TestSupport
import Testing

/// The output of every command in a test is searched for secrets; see ``CommandRun``.
struct SecretTests {
    @Test(arguments: [
        "token s3cret-s3cret", "Bearer stub-token-7", "Basic " + Data("id:s3cret-s3cret".utf8).base64EncodedString(),
        "Basic " + Data("client:s3cret".utf8).base64EncodedString(), "x-own-value-x",
    ])
    func tellsASecretInAnOutput(_ text: String) {
        #expect(!SecretMarks.found(in: text, variables: ["SHOP_OAUTHCLIENT_SECRET": "own-value"]).isEmpty)
    }

    @Test func takesNothingElseForASecret() {
        let variables = ["GENESYSCLOUD_OAUTHCLIENT_SECRET": "x", "HOME": "/home/ada"]
        #expect(SecretMarks.found(in: "/home/ada: the secret is a token, x", variables: variables).isEmpty)
    }
}
