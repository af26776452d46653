/// Holds the token: gets it when it is first needed, once for all who need it, and gets another when it has expired.
actor TokenKeeper {
    private let credentials: Credentials
    private var state = State.none
    /// The last token that was not accepted, which may still be on its way to those who wait for it.
    private var discarded: Secret?
    /// Whether the org ever took a token, so that the credentials are good.
    private(set) var isProven = false

    private enum State {
        case none
        case fetching(Task<Result<Secret, PlatformError>, Never>)
        case held(Secret)
        /// The credentials were not accepted: nothing is asked for any more.
        case rejected(PlatformError)
    }

    init(_ credentials: Credentials) {
        self.credentials = credentials
        if case .accessToken(let token) = credentials { state = .held(token) }
    }

    /// The token.
    ///
    /// - Parameter fetch: Gets a token for a client.
    /// - Returns: The token.
    /// - Throws: ``PlatformError`` where there is none.
    func token(
        _ fetch: @escaping @Sendable (ClientCredentials) async -> Result<Secret, PlatformError>
    ) async throws(PlatformError) -> Secret {
        while case .fetching(let task) = state {
            let token = try await Self.value(of: task).get()
            guard token == discarded else { return token }
            // Whoever asked for it has not taken note of it yet.
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

    /// Remembers that the org took a token.
    func accept() {
        isProven = true
    }

    /// Makes the next request get another token; one that is another already stays.
    ///
    /// - Returns: Whether there can be another.
    func discard(_ token: Secret) -> Bool {
        guard case .client = credentials else { return false }
        discarded = token
        if case .held(token) = state { state = .none }
        return true
    }

    private func isFetching(_ task: Task<Result<Secret, PlatformError>, Never>) -> Bool {
        if case .fetching(task) = state { true } else { false }
    }

    /// Asks for nothing any more: a token was not accepted, and another was not, either.
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
