import DriftCore

/// The stub server's state between requests.
struct StubState: Sendable {
    var catalogue: StubCatalogue
    private(set) var requests: [String] = []

    /// The number of requests to each endpoint, by method and path.
    private(set) var counts: [String: Int] = [:]

    private var issuedTokens = 0
    private var tokenUses: [String: Int] = [:]
    private var expiredTokens: [Int: Set<String>] = [:]
    private var faultUses: [Int: Int] = [:]
    private var minute: (start: Duration, count: Int)?

    init(_ catalogue: StubCatalogue) {
        self.catalogue = catalogue
    }

    /// Records a request, and returns the id of its answer.
    mutating func note(_ request: StubRequest, endpoint: String) -> String {
        requests.append("\(request.method) \(request.target)")
        counts["\(request.method) \(endpoint)", default: 0] += 1
        return MadeID.text(counting: requests.count)
    }

    mutating func issueToken() -> String {
        issuedTokens += 1
        return "stub-token-\(issuedTokens)"
    }

    /// Whether a token is still valid after one more use; once expired, it stays expired.
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

    /// Whether a fault may still happen; if so, counts it.
    mutating func use(_ fault: StubFault, at index: Int) -> Bool {
        let uses = faultUses[index, default: 0]
        guard uses < fault.times ?? .max else { return false }
        faultUses[index] = uses + 1
        return true
    }

    /// Counts a request in the current minute of the rate limit.
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
