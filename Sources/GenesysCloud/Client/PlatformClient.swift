import Foundation

/// Sends requests to an org with a token, within the org's rate limit, and retries a request if the org doesn't answer.
public struct PlatformClient: Sendable {
    /// The addresses of the org.
    public let host: PlatformHost

    let credentials: Credentials
    let transport: any PlatformTransport
    let clock: PlatformClock
    let policy: RetryPolicy
    let progress: @Sendable (ProgressEvent) -> Void
    let gate: RateGate
    private let tokens: TokenKeeper
    let contact = Contact()

    /// Makes a client.
    ///
    /// - Parameters:
    ///   - access: The address of the org and its credentials.
    ///   - transport: Sends the requests.
    ///   - clock: The clock for waits and deadlines.
    ///   - policy: How long to retry a request.
    ///   - requestsPerMinute: The rate limit until an answer of the org has the org's own limit.
    ///   - progress: Called for each event, on any thread.
    public init(
        access: Access,
        transport: any PlatformTransport,
        clock: PlatformClock = .system,
        policy: RetryPolicy = RetryPolicy(),
        requestsPerMinute: Int = 300,
        progress: @escaping @Sendable (ProgressEvent) -> Void = { _ in }
    ) {
        host = access.host
        credentials = access.credentials
        self.transport = transport
        self.clock = clock
        self.policy = policy
        self.progress = progress
        gate = RateGate(clock: clock, allowed: requestsPerMinute, progress: progress)
        tokens = TokenKeeper(access.credentials)
    }

    /// The name of a resource in messages.
    func place(_ resource: PlatformResource) -> String { "GET \(host.apiURL)\(resource.pathAndQuery)" }

    /// The JSON of a resource.
    ///
    /// - Throws: ``PlatformError`` if there is no answer, or it reports a failure or isn't JSON.
    func json(_ resource: PlatformResource) async throws(PlatformError) -> [UInt8] {
        let answer = try await answer(resource)
        try checkIsJSON(answer, at: place(resource))
        return answer.body
    }

    /// The successful answer to a resource's request; an expired token is renewed.
    func answer(_ resource: PlatformResource) async throws(PlatformError) -> PlatformAnswer {
        var refusals = 0
        while true {
            let token = try await token(after: refusals)
            let request = PlatformRequest.get(resource, as: token)
            let answer = try await answer(request)
            if answer.status != 401 { await tokens.accept() }
            if (200..<300).contains(answer.status) { return answer }
            let error = PlatformError(answer, to: request, at: host, with: credentials)
            guard answer.status == 401 else { throw error }
            refusals += 1
            let isOver = await refusals > (tokens.isProven ? 2 : 1)
            if !isOver, await tokens.discard(token) { continue }
            await tokens.reject(error)
            throw error
        }
    }

    /// The token for the next try of a request, which was already refused with 401 `refusals` times.
    ///
    /// If tokens are short-lived, even a renewed one may have expired by the next try. So after two refusals, the
    /// request gets a token of its own.
    private func token(after refusals: Int) async throws(PlatformError) -> Secret {
        guard refusals > 1, case .client(let client) = credentials else { return try await token() }
        return try await token(for: client)
    }

    /// The token that requests share.
    @discardableResult
    func token() async throws(PlatformError) -> Secret {
        try await tokens.token { client in
            do throws(PlatformError) { return .success(try await token(for: client)) } catch { return .failure(error) }
        }
    }

    private func token(for client: ClientCredentials) async throws(PlatformError) -> Secret {
        let request = PlatformRequest.token(client)
        let answer = try await answer(request)
        guard (200..<300).contains(answer.status) else {
            throw PlatformError(answer, to: request, at: host, with: credentials)
        }
        let place = request.line(at: host)
        try checkIsJSON(answer, at: place)
        guard
            let granted = try? JSONDecoder().decode(GrantedToken.self, from: Data(answer.body)),
            let token = Secret(granted.accessToken)
        else {
            throw PlatformError(
                .unreadable,
                "The answer has no token",
                at: place,
                fix: "check that the host is that of the org's API"
            )
        }
        return token
    }

    /// Checks that an answer is JSON by its header.
    ///
    /// - Throws: ``PlatformError`` if the header says that it isn't JSON.
    func checkIsJSON(_ answer: PlatformAnswer, at place: String) throws(PlatformError) {
        guard let type = answer.headers["content-type"], !type.lowercased().contains("json") else { return }
        throw PlatformError(
            .unreadable,
            "The answer is \(PlatformError.clean(type, without: [])), not JSON",
            at: place,
            fix: "check the host; a proxy or a login page may have answered"
        )
    }

    /// The answer to a token request (RFC 6749, section 5.1).
    private struct GrantedToken: Decodable {
        var accessToken: String

        enum CodingKeys: String, CodingKey { case accessToken = "access_token" }
    }
}

/// Whether the host has answered any request.
actor Contact {
    private(set) var isMade = false

    func make() { isMade = true }
}
