import Foundation
import Testing

@testable import GenesysCloud

extension Secret {
    /// Makes a secret, or fails the test.
    static func make(_ text: String) throws -> Secret { try #require(Secret(text)) }

    static var token: Secret { Secret("token-1") ?? { fatalError("a token with blanks") }() }
}

extension PlatformRequest {
    /// The request for the first page of flows.
    static var flows: PlatformRequest { .get(.flows(page: 1, size: 500), as: .token) }
}

extension PlatformAnswer {
    /// An answer with a JSON body.
    static func json(_ body: String, status: Int = 200, _ headers: [String: String] = [:]) -> PlatformAnswer {
        let headers = headers.merging(["content-type": "application/json"]) { own, _ in own }
        return PlatformAnswer(status: status, headers: headers, body: Array(body.utf8))
    }

    /// An error as the API writes it.
    static func error(_ status: Int, _ code: String, _ message: String = "It went wrong") -> PlatformAnswer {
        .json(
            "{\"message\":\"\(message)\",\"code\":\"\(code)\",\"status\":\(status),\"contextId\":\"c-1\"}",
            status: status,
            ["ININ-Correlation-Id": "c-1"]
        )
    }
}

extension Access {
    /// Access with a client in the region eu-west-1.
    static func client() throws -> Access {
        Access(
            host: try .ireland,
            credentials: .client(ClientCredentials(id: try .make("id-1"), secret: try .make("s3cret")))
        )
    }

    /// Access with a token in the region eu-west-1.
    static func token() throws -> Access {
        Access(host: try .ireland, credentials: .accessToken(.token))
    }
}

extension PlatformHost {
    /// The host of the region eu-west-1.
    static var ireland: PlatformHost { get throws { PlatformHost(try Region("eu-west-1")) } }
}

extension Date {
    /// The date at which tests start.
    static var start: Date { Date(timeIntervalSince1970: 1_780_000_000) }
}
