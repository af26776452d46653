/// Keeps the token that all requests share: gets it when the first request needs it, and again when it has expired.
actor TokenKeeper {
    private let credentials: Credentials
    private var state = State.none
    /// The last token that was refused, which a running fetch may still return.
    private var discarded: Secret?
    /// Whether the org has ever accepted a token, which shows that the credentials are valid.
    private(set) var isProven = false

    private enum State {
        case none
        case fetching(Task<Result<Secret, PlatformError>, Never>)
        case held(Secret)
        /// The credentials were refused, so no more tokens are requested.
        case rejected(PlatformError)
    }

    init(_ credentials: Credentials) {
        self.credentials = credentials
        if case .accessToken(let token) = credentials { state = .held(token) }
    }

    /// The current token, which is fetched if necessary.
    ///
    /// - Parameter fetch: Gets a token for a client.
    /// - Returns: The token.
    /// - Throws: ``PlatformError`` if no token can be fetched.
    func token(
        _ fetch: @escaping @Sendable (ClientCredentials) async -> Result<Secret, PlatformError>
    ) async throws(PlatformError) -> Secret {
        while case .fetching(let task) = state {
            let token = try await Self.value(of: task).get()
            guard token == discarded else { return token }
            // The fetch is over, but the caller that started it hasn't updated the state yet.
            if isFetching(task) { state = .none }
        }
        switch state {
        case .held(let token): return token
        case .rejected(let error): throw error
        case .fetching, .none: break
        }
        guard case .client(let client) = credentials else { throw .cancelled(at: "") }
        let task = Task { await fetch(client) }
        state = .fetching(task)
        let result = await Self.value(of: task)
        guard isFetching(task) else { return try result.get() }
        switch result {
        case .success(let token): state = token == discarded ? .none : .held(token)
        case .failure(let error) where error.kind.isFinal && error.kind != .cancelled: state = .rejected(error)
        case .failure: state = .none
        }
        return try result.get()
    }

    func accept() {
        isProven = true
    }

    /// Makes the next request get a new token, unless the token was already replaced.
    ///
    /// - Returns: Whether the credentials can give a new token.
    func discard(_ token: Secret) -> Bool {
        guard case .client = credentials else { return false }
        discarded = token
        if case .held(token) = state { state = .none }
        return true
    }

    private func isFetching(_ task: Task<Result<Secret, PlatformError>, Never>) -> Bool {
        if case .fetching(task) = state { true } else { false }
    }

    /// Stops requesting tokens, because a renewed one was refused too.
    func reject(_ error: PlatformError) {
        state = .rejected(error)
    }

    private static func value<Value>(of task: Task<Value, Never>) async -> Value {
        await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }
    }
}
