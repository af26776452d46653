import PastedRequests

extension Rules {
    static let requestAuthorization = Rule<RequestComparison>(
        id: "request-authorization",
        severity: .error,
        summary: "The request is not authorized with a bearer token",
        explanation: """
            The answer is 401 without `Authorization: Bearer`, and 403 with a token that may not start flows. The \
            permission is `architect:flow:launch`: for client credentials a role of the client must hold it; a user's \
            token needs it from the user's role, and the scope `architect` besides. There is no scope or permission \
            "flow:execute". A program whose variable holds no token sends `Bearer null` or `Bearer undefined`. Client \
            id and secret go to the login host, which returns the token; the API does not accept them.

            Send `Authorization: Bearer` and the token. flowdrift never shows the token.
            """
    ) { comparison in
        guard comparison.isWholeRequest,
            comparison.request.showsAuthorization || comparison.request.authorization != nil
        else { return [] }
        let authorization = comparison.request.authorization
        guard let problem = authorization.problem else { return [] }
        return [
            Evidence(
                problem + "; a launch requires 'Authorization: Bearer' and a token",
                at: authorization.map { comparison.place($0.position) } ?? comparison.start,
                on: "Authorization",
                fix: Fix("send a token whose role holds the permission architect:flow:launch, as 'Bearer <token>'")
            )
        ]
    }
}

extension HTTPRequestText.Authorization? {
    /// The problem, or `nil` if it's a bearer token or may be one.
    fileprivate var problem: String? {
        guard let self else { return "No header Authorization is sent" }
        guard let scheme = self.scheme else {
            if self.isPlaceholder { return nil }
            return self.hasCredentials
                ? "The header Authorization names no scheme" : "The header Authorization is empty"
        }
        guard scheme.lowercased() == "bearer" else {
            return "Authorization is '\(scheme)'"
                + (scheme.lowercased() == "basic" ? ", which only the login host accepts, to issue a token" : "")
        }
        if let value = self.emptyValue { return "'\(value)' follows 'Bearer', so the program had no token" }
        if self.repeatsScheme { return "'Bearer' is written twice" }
        return self.hasCredentials ? nil : "No token follows 'Bearer'"
    }
}
