import PastedRequests
import SourceText
import StrictJSON
import Testing

@testable import DriftCore

/// A reader never returns credentials, however the request is written.
@Suite struct RequestSecretTests {
    @Test(arguments: [
        "curl -H 'Authorization: Bearer SECRET' https://x/y", "curl -H Authorization: Bearer SECRET https://x/y",
        "curl -H “Authorization: SECRET” https://x/y", "curl –H ‘authorization:SECRET’ https://x/y",
        "curl https://x/y Bearer SECRET", "curl -u me:SECRET https://x/y", "curl -ume:SECRET https://x/y",
        "curl https://me:SECRET@x/y", "curl --oauth2-bearer=SECRET https://x/y", "curl --oauth2-bearer SECRET",
        "curl -H 'Authorization: Bearer SECRET", "curl --token=SECRET https://x/y",
        "curl -H 'Cookie: a=SECRET' -H 'Proxy-Authorization: SECRET' https://x/y",
        "POST /x HTTP/1.1\nAuthorization: Bearer SECRET\nCookie: SECRET\n\n{}", "GET https://me:SECRET@x/y",
        "{\"request\": {\"requestTemplate\": \"{}\", \"headers\": {\"Authorization\": 'Bearer SECRET'}}}",
        "{\"request\": {\"requestTemplate\": \"{}\", \"headers\": {\"Authorization\": Bearer SECRET}}}",
    ])
    func keepsCredentialsToItself(text: String) {
        let request = RequestTextReader().read(Array(text.utf8))
        let shown = request.lines + request.faults.map(\.message) + request.fileFaults.map(\.message)
        let edits = request.faults.compactMap(\.edit) + request.fileFaults.compactMap(\.edit)
        #expect(!(shown + edits.map(\.replacement)).joined().contains("SECRET"))
    }
}

/// What is shown of a text in an unknown form.
@Suite struct RedactionTests {
    @Test(arguments: [
        ("Authorization: Bearer S3CR3T-abc/def==", "found S3CR3T-abc/def== here", "found <token>== here"),
        ("{'authorization': 'Bearer S3CR3T'}", "'Bearer S3CR3T'", "'Bearer <token>'"),
        ("–H “Authorization: eyJhbGciOiJIUzI1NiJ9.e30.c2ln”", "eyJhbGciOiJI…", "<token>…"),
        ("?access_token=S3CR3T&x", "access_token=S3CR3T", "access_token=<token>"),
        ("Authorization: Bearer $TOKEN", "send a token as 'Bearer <token>'", "send a token as 'Bearer <token>'"),
        ("\"Authorization\": \"Bearer token\"", "send a token", "send a token"),
        ("no secret at all 12345678", "12345678", "12345678"),
    ])
    func leavesNothingOfACredential(in text: String, message: String, shown: String) {
        #expect(Redaction(Array(text.utf8)).redacted(message) == shown)
    }
}
