import DriftCore

/// The filters in a request for flows.
struct FlowFilter {
    private let request: StubRequest
    private let types: Set<FlowType>
    private let publishedBetween: (after: Int?, before: Int?)

    init(_ request: StubRequest) throws(APIError) {
        self.request = request
        let names = request.values("type")
        types = Set(names.compactMap { FlowType($0) })
        guard types.isSubset(of: FlowType.known), !names.isEmpty == !types.isEmpty else {
            throw .badRequest("Parameter 'type' has an unknown flow type: \(names.joined(separator: ","))")
        }
        publishedBetween = (try Self.date("publishedAfter", request), try Self.date("publishedBefore", request))
        _ = try request.flag("deleted")
    }

    private static func date(_ name: String, _ request: StubRequest) throws(APIError) -> Int? {
        guard let text = request.value(name) else { return nil }
        guard let date = StubDate.milliseconds(text) else {
            throw .badRequest("Parameter '\(name)' must be a date, ISO 8601")
        }
        return date
    }

    func apply(to flows: [ListedFlow]) -> [ListedFlow] {
        var flows = flows
        if !types.isEmpty { flows.removeAll { !types.contains($0.flow.key.type) } }
        let ids = Set(request.values("id").map { $0.lowercased() })
        if !ids.isEmpty { flows.removeAll { !ids.contains($0.flow.id.text) } }
        let divisions = Set(request.values("divisionId"))
        if !divisions.isEmpty {
            flows.removeAll { !divisions.contains(MadeID.text(for: "division", $0.flow.division ?? "")) }
        }
        if let name = request.value("name") ?? request.value("nameOrDescription") {
            let pattern = NamePattern(name)
            flows.removeAll { !pattern.matches($0.flow.key.name) }
        }
        let (after, before) = publishedBetween
        if after != nil || before != nil {
            flows.removeAll { listed in
                guard let version = listed.flow.published else { return true }
                let date = StubDate(of: version, in: listed.flow).published
                return date <= after ?? .min || date >= before ?? .max
            }
        }
        return flows
    }
}

/// The pattern in the query item `name`: the whole name in any letter case; `*` matches any text.
///
/// The API's own matching is undocumented.
private struct NamePattern {
    private let parts: [String]

    init(_ text: String) {
        parts = text.lowercased().split(separator: "*", omittingEmptySubsequences: false).map(String.init)
    }

    func matches(_ name: String) -> Bool {
        var rest = name.lowercased()[...]
        guard let first = parts.first, let last = parts.last, rest.hasPrefix(first) else { return false }
        guard parts.count > 1 else { return rest == first }
        rest = rest.dropFirst(first.count)
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let range = rest.firstRange(of: part) else { return false }
            rest = rest[range.upperBound...]
        }
        return rest.hasSuffix(last)
    }
}
