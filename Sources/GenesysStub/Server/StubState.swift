import DriftCore

/// What the stand-in remembers from request to request.
struct StubState: Sendable {
    /// What is served.
    var catalogue: StubCatalogue

    /// The requests so far: method, path and query.
    private(set) var requests: [String] = []

    /// How many requests each endpoint had, by method and path.
    private(set) var counts: [String: Int] = [:]

    private var issuedTokens = 0
    private var tokenUses: [String: Int] = [:]
    private var expiredTokens: [Int: Set<String>] = [:]
    private var faultUses: [Int: Int] = [:]
    private var minute: (start: Duration, count: Int)?

    /// Starts with nothing asked.
    init(_ catalogue: StubCatalogue) {
        self.catalogue = catalogue
    }

    /// Notes a request.
    ///
    /// - Returns: The id of its answer.
    mutating func note(_ request: StubRequest, endpoint: String) -> String {
        requests.append("\(request.method) \(request.target)")
        counts["\(request.method) \(endpoint)", default: 0] += 1
        return MadeID.text(counting: requests.count)
    }

    /// Makes a token.
    mutating func issueToken() -> String {
        issuedTokens += 1
        return "stub-token-\(issuedTokens)"
    }

    /// Whether a token is still good after one more use; one that has expired stays so.
    mutating func admits(_ token: String, under faults: [StubFault]) -> Bool {
        tokenUses[token, default: 0] += 1
        for (index, fault) in faults.enumerated() {
            guard case .expiredToken(let limit) = fault.kind else { continue }
            let expired = expiredTokens[index, default: []]
            if expired.contains(token) { return false }
            guard tokenUses[token, default: 0] > limit, expired.count < fault.times ?? .max else { continue }
            expiredTokens[index] = expired.union([token])
            return false
        }
        return true
    }

    /// Whether a fault still has a time to happen; if so it is used up.
    mutating func use(_ fault: StubFault, at index: Int) -> Bool {
        let uses = faultUses[index, default: 0]
        guard uses < fault.times ?? .max else { return false }
        faultUses[index] = uses + 1
        return true
    }

    /// Counts a request against the rate limit, which starts anew each minute.
    mutating func count(at now: Duration, allowed: Int) -> RateCount {
        let length = Duration.seconds(60)
        let current = minute.flatMap { now - $0.start < length ? $0 : nil } ?? (now, 0)
        minute = (current.0, current.1 + 1)
        let left = (length - (now - current.0)).components
        return RateCount(
            count: current.1 + 1,
            allowed: allowed,
            secondsLeft: Int(left.seconds) + (left.attoseconds > 0 ? 1 : 0)
        )
    }
}
