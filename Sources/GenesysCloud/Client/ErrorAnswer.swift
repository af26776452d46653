import Foundation

/// The error in the body of an answer.
///
/// Source: MyPureCloud/platform-client-sdk-python 258.0.0, model ErrorBody; RFC 6749, section 5.2, for tokens.
struct ErrorAnswer: Decodable {
    /// The id by which the org's owner finds the request in logs, or `nil` if the body has none.
    private(set) var contextID: String?

    /// The missing permission, or `nil` if the body doesn't name it.
    private(set) var permission: String?

    private var message: String?
    private var code: String?
    private var oauthError: String?
    private var oauthDescription: String?

    private enum Key: String, CodingKey {
        case message, code, contextID = "contextId", messageParams
        case oauthError = "error", oauthDescription = "error_description"
    }

    /// Reads a body; all members are `nil` if it isn't an error body.
    init(_ body: [UInt8]) {
        self = (try? JSONDecoder().decode(Self.self, from: Data(body))) ?? ErrorAnswer()
    }

    private init() {}

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        message = try? members.decode(String.self, forKey: .message)
        code = try? members.decode(String.self, forKey: .code)
        contextID = try? members.decode(String.self, forKey: .contextID)
        let parameters = try? members.decode([String: String].self, forKey: .messageParams)
        permission = parameters?["permission"] ?? parameters?["permissions"]
        oauthError = try? members.decode(String.self, forKey: .oauthError)
        oauthDescription = try? members.decode(String.self, forKey: .oauthDescription)
    }

    /// The message with its code, or `nil` if there is neither.
    var phrase: String? {
        let message = message ?? oauthDescription
        let code = code ?? oauthError
        guard let message else { return code }
        return message + (code.map { " [\($0)]" } ?? "")
    }
}
