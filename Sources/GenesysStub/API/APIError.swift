import DriftCore
import StrictJSON

/// An error in the Platform API's format.
///
/// Source: MyPureCloud/platform-client-sdk-python 257.1.0, model ErrorBody, and the generic codes of the API's
/// documentation.
struct APIError: Error, Hashable {
    var status: Int

    /// The code, such as `not.found`.
    var code: String

    /// What is wrong, as a sentence.
    var message: String

    /// The values in the message, by name.
    var parameters: [String: String] = [:]

    /// The seconds to wait before the next try, or `nil` if the answer doesn't say.
    var retryAfter: Int?

    /// What the error is about, such as the fields of a body.
    var details: [Detail] = []

    /// The single errors, if the request may have several.
    var errors: [APIError] = []

    /// One thing that an error is about; source: model Detail.
    struct Detail: Hashable {
        var errorCode: String

        /// The name of the field, or `nil` if the error is about no field.
        var fieldName: String?

        var json: JSONValue {
            .members(["errorCode": .string(errorCode), "fieldName": fieldName.map { .string($0) }])
        }
    }

    /// The body of the error; its id is also in the header `ININ-Correlation-Id`.
    func json(correlationID: String) -> JSONValue {
        .members([
            "message": .string(message),
            "code": .string(code),
            "status": .integer(status),
            "messageParams": .object(parameters.mapValues { .string($0) }),
            "contextId": .string(correlationID),
            "details": .array(details.map(\.json)),
            "errors": .array(errors.map { $0.json(correlationID: correlationID) }),
        ])
    }
}

extension APIError {
    static func badRequest(_ message: String) -> APIError {
        APIError(status: 400, code: "bad.request", message: message)
    }

    static let authenticationRequired = APIError(
        status: 401,
        code: "authentication.required",
        message: "No authentication bearer token specified in authorization header."
    )

    /// A request with an unknown or expired token.
    static let badCredentials = APIError(status: 401, code: "bad.credentials", message: "Invalid login credentials.")

    static func missingPermission(_ permission: String) -> APIError {
        APIError(
            status: 403,
            code: "missing.permissions",
            message:
                "Unable to perform the requested action. You are missing the following permission(s): \(permission)",
            parameters: ["permissions": permission]
        )
    }

    static func notFound(_ what: String) -> APIError {
        APIError(status: 404, code: "not.found", message: "Not found: \(what)")
    }

    static let methodNotAllowed = APIError(
        status: 405,
        code: "method.not.allowed",
        message: "HTTP 405 Method Not Allowed"
    )

    static func tooManyRequests(retryAfter seconds: Int) -> APIError {
        APIError(
            status: 429,
            code: "too.many.requests",
            message: "Rate limit exceeded the maximum. Retry the request in [\(seconds)] seconds",
            retryAfter: seconds
        )
    }

    static func server(_ status: Int) -> APIError {
        let code =
            switch status {
            case 501: "not.implemented"
            case 503: "service.unavailable"
            case 504: "request.timeout"
            default: "internal.server.error"
            }
        return APIError(status: status, code: code, message: "The request could not be processed (HTTP \(status))")
    }
}
