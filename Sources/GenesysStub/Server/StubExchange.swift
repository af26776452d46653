import DriftCore
import Synchronization

/// Answers requests; this is the whole stub server except the network.
final class StubExchange: Sendable {
    private let faults: [StubFault]
    private let tokens: TokenEndpoint
    private let rateLimit: Int?
    private let clock: StubClock
    private let desk: LaunchDesk
    private let state: Mutex<StubState>

    /// Makes the part of a stub server that answers requests.
    ///
    /// - Parameters:
    ///   - catalogue: The org that is served.
    ///   - faults: The faults to simulate.
    ///   - rejectedSecret: The secret to reject, or `nil` to accept any.
    ///   - rateLimit: How many requests are allowed per minute, or `nil` for no limit.
    ///   - launches: How launches are answered.
    ///   - clock: The source of time for the rate limit.
    init(
        _ catalogue: StubCatalogue,
        faults: [StubFault] = [],
        rejectedSecret: String? = nil,
        rateLimit: Int? = nil,
        launches: LaunchSettings = LaunchSettings(),
        clock: StubClock = .system
    ) {
        self.faults = faults
        tokens = TokenEndpoint(rejectedSecret: rejectedSecret)
        self.rateLimit = rateLimit
        self.clock = clock
        desk = LaunchDesk(catalogue, launches, date: clock.date)
        state = Mutex(StubState(catalogue))
    }

    /// Makes the part of a stub server that answers requests, for an org whose catalogue isn't shared.
    convenience init(
        _ org: StubOrg,
        faults: [StubFault] = [],
        rejectedSecret: String? = nil,
        rateLimit: Int? = nil,
        launches: LaunchSettings = LaunchSettings(),
        clock: StubClock = .system
    ) {
        self.init(
            StubCatalogue(org),
            faults: faults,
            rejectedSecret: rejectedSecret,
            rateLimit: rateLimit,
            launches: launches,
            clock: clock
        )
    }

    /// Serves another org from now on.
    func serve(_ org: StubOrg) {
        let catalogue = StubCatalogue(org)
        state.withLock { $0.catalogue = catalogue }
        desk.serve(catalogue)
    }

    /// The requests so far.
    var requests: [String] { state.withLock { $0.requests } }

    /// The number of requests to each endpoint.
    var counts: [String: Int] { state.withLock { $0.counts } }

    /// Answers one request.
    func answer(_ request: StubRequest) -> StubAnswer {
        let found = Endpoint.find(request.path)
        let isToken = request.path == TokenEndpoint.path
        let path = "/" + request.path.joined(separator: "/")
        let id = state.withLock { $0.note(request, endpoint: found?.endpoint.name ?? path) }
        let fault = fault(for: request, endpoint: found?.endpoint)
        let rate = rateLimit.map { limit in state.withLock { $0.count(at: clock.now(), allowed: limit) } } ?? .uncounted
        var answer: StubAnswer
        do throws(APIError) {
            if let fault, let replacement = try fault.replacement(for: request) {
                answer = replacement
            } else if isToken {
                answer = try token(request)
            } else {
                guard request.path.first == "api" else { throw .notFound(path) }
                try authorize(request, endpoint: found?.endpoint)
                guard !rate.isExceeded else { throw .tooManyRequests(retryAfter: rate.secondsLeft) }
                guard let found else { throw .notFound(path) }
                answer = try entity(request, found.endpoint, found.values, fault)
            }
        } catch {
            let json = error.json(correlationID: id)
            answer = StubAnswer((isToken ? TokenEndpoint.refusal(error, json) : json).bytes, status: error.status)
            answer.headers["Retry-After"] = error.retryAfter.map(String.init)
        }
        answer.headers["ININ-Correlation-Id"] = id
        answer.headers.merge(rate.headers(isOver: answer.status == 429)) { $1 }
        answer.delivery = fault?.delivery ?? .whole
        return answer
    }

    private func entity(
        _ request: StubRequest,
        _ endpoint: Endpoint,
        _ values: [String],
        _ fault: StubFault.Kind?
    ) throws(APIError) -> StubAnswer {
        guard request.method == endpoint.method else { throw .methodNotAllowed }
        let content: Content =
            switch endpoint.source {
            case .org(let answer): try answer(state.withLock { $0.catalogue }, request, values)
            case .launch: try desk.launch(request)
            case .executions: try desk.execution(values[0])
            }
        guard let fault, case .page(let page) = content else { return StubAnswer(content.bytes) }
        return StubAnswer(page.damaged(by: fault).bytes)
    }

    private func token(_ request: StubRequest) throws(APIError) -> StubAnswer {
        try tokens.check(request)
        return StubAnswer(TokenEndpoint.json(token: state.withLock { $0.issueToken() }).bytes)
    }

    private func authorize(_ request: StubRequest, endpoint: Endpoint?) throws(APIError) {
        guard let header = request.authorization, header.lowercased().hasPrefix("bearer "), header.count > 7 else {
            if case .launch? = endpoint?.source, request.method == "POST" {
                desk.reportRefusal(.authenticationRequired, of: request)
            }
            throw .authenticationRequired
        }
        let token = String(header.dropFirst(7))
        guard state.withLock({ $0.admits(token, under: faults) }) else { throw .badCredentials }
    }

    /// The first fault that applies to a request and hasn't happened as often as it should, or `nil` if there is none.
    private func fault(for request: StubRequest, endpoint: Endpoint?) -> StubFault.Kind? {
        for (index, fault) in faults.enumerated() where fault.hits(request, endpoint: endpoint) {
            if state.withLock({ $0.use(fault, at: index) }) { return fault.kind }
        }
        return nil
    }
}
