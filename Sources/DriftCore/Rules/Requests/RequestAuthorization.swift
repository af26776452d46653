import PastedRequests

extension Rules {
    static let requestAuthorization = Rule<RequestComparison>(
        id: "request-authorization",
        severity: .error,
        summary: "The request is not authorized with a bearer token",
        explanation: """
            Without `Authorization: Bearer`, the answer is 401. With a token that may not start flows, the answer is \
            403. The permission to start flows is `architect:flow:launch`. For client credentials, a role of the \
            client must have it. For a user's token, a role of the user must have it, and the token also needs the \
            scope `architect`. There is no scope or permission "flow:execute". A program whose variable has no token \
            sends `Bearer null` or `Bearer undefined`. Send the client id and secret to the login host, which returns \
            the token; the API does not accept them.

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
                fix: Fix("send 'Bearer <token>', with a token whose role has the permission architect:flow:launch")
            )
        ]
    }
}

extension HTTPRequestText.Authorization? {
    /// The problem, or `nil` if it's a bearer token or may be one.
    fileprivate var problem: String? {
        guard let self else { return "The request has no header Authorization" }
        guard let scheme = self.scheme else {
            if self.isPlaceholder { return nil }
            return self.hasCredentials
                ? "The header Authorization has no scheme" : "The header Authorization is empty"
        }
        guard scheme.lowercased() == "bearer" else {
            return "Authorization is '\(scheme)'"
                + (scheme.lowercased() == "basic" ? ", which only the login host accepts, when it issues a token" : "")
        }
        if let value = self.emptyValue { return "'\(value)' follows 'Bearer', so the program had no token" }
        if self.repeatsScheme { return "'Bearer' is written twice" }
        return self.hasCredentials ? nil : "No token follows 'Bearer'"
    }
}
