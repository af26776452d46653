extension StubFault {
    /// Whether the fault applies to a request, regardless of how often it has already happened.
    ///
    /// An expired token doesn't concern a single request, so it never applies.
    func hits(_ request: StubRequest, endpoint: Endpoint?) -> Bool {
        if let text {
            guard (request.target.contains("?") ? request.target : request.target + "?").contains(text) else {
                return false
            }
        } else {
            guard request.path.first == "api" else { return false }
        }
        switch kind {
        case .expiredToken: return false
        case .missingPermission(let permission): return endpoint?.permission == permission
        case .halfPage, .shrinking, .repeated, .foreignNext, .circularNext: return endpoint?.isListing == true
        default: return true
        }
    }
}

extension StubFault.Kind {
    /// The answer that replaces the normal one, or `nil` if the normal one is sent, perhaps damaged or late.
    func replacement(for request: StubRequest) throws(APIError) -> StubAnswer? {
        switch self {
        case .tooManyRequests(let seconds): throw .tooManyRequests(retryAfter: seconds)
        case .serverError(let status): throw .server(status)
        case .missingPermission(let permission): throw .missingPermission(permission)
        case .redirect(let host):
            var answer = StubAnswer([], status: 302)
            answer.headers["Location"] = "https://\(host)\(request.target)"
            return answer
        case .wrongContentType:
            var answer = StubAnswer(Array("<!doctype html><title>Sign in</title><p>Sign in to go on.\n".utf8))
            answer.headers["Content-Type"] = "text/html; charset=utf-8"
            return answer
        case .garbage: return StubAnswer(Array(#"{"entities":[{"id":"a"},,}"#.utf8) + [0xFF, 0xFE, 0x00])
        default: return nil
        }
    }

    var delivery: StubAnswer.Delivery {
        switch self {
        case .slow(let pause): .late(pause)
        case .dripping(let pause): .dripping(pause)
        case .truncated: .truncated
        case .reset: .none(isReset: true)
        case .noAnswer: .none(isReset: false)
        default: .whole
        }
    }
}
