import DriftCore
import Foundation
import StrictJSON

/// `POST /oauth/token`: issues a token for a client's id and secret.
struct TokenEndpoint {
    /// The secret to reject, or `nil` to accept any.
    let rejectedSecret: String?

    static let path = ["oauth", "token"]

    /// Checks a request, but issues no token.
    func check(_ request: StubRequest) throws(APIError) {
        guard request.method == "POST" else { throw .methodNotAllowed }
        let form = StubRequest.items(of: String(decoding: request.body, as: UTF8.self))
        guard form.contains(where: { $0 == ("grant_type", "client_credentials") }) else {
            throw APIError(
                status: 400,
                code: "unsupported_grant_type",
                message: "grant_type must be client_credentials"
            )
        }
        guard let (id, secret) = credentials(request.authorization), !id.isEmpty, !secret.isEmpty else {
            throw APIError(status: 401, code: "invalid_client", message: "client id and secret are required")
        }
        guard secret != rejectedSecret else {
            throw APIError(status: 401, code: "invalid_client", message: "authentication failed")
        }
    }

    /// The body of a successful answer.
    ///
    /// Source: the OAuth chapter of the API's documentation.
    static func json(token: String) -> JSONValue {
        .object(["access_token": .string(token), "token_type": .string("bearer"), "expires_in": .integer(86_400)])
    }

    /// The body of a failure, with the members of OAuth added to the API's own.
    static func refusal(_ error: APIError, _ json: JSONValue) -> JSONValue {
        guard case .object(var members) = json else { return json }
        members["error"] = .string(error.code)
        members["error_description"] = .string(error.message)
        return .object(members)
    }

    private func credentials(_ header: String?) -> (id: String, secret: String)? {
        guard
            let header, header.lowercased().hasPrefix("basic "),
            let data = Data(base64Encoded: String(header.dropFirst(6)))
        else { return nil }
        let pair = String(decoding: data, as: UTF8.self).split(separator: ":", maxSplits: 1)
        return pair.count == 2 ? (String(pair[0]), String(pair[1])) : nil
    }
}
