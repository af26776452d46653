import DriftCore

/// One kind of request that the stand-in answers.
struct Endpoint: Sendable {
    /// The path's parts; `{}` stands for any one part.
    let path: [String]

    /// The permission that it needs; nil for none.
    let permission: String?

    /// Whether it answers with a page of a listing.
    let isListing: Bool

    /// Answers a request; the last value holds the parts that stood for `{}`.
    let answer: @Sendable (StubCatalogue, StubRequest, [String]) throws(APIError) -> Content

    /// Makes an endpoint.
    init(
        _ path: String,
        permission: String? = nil,
        isListing: Bool = false,
        answer: @escaping @Sendable (StubCatalogue, StubRequest, [String]) throws(APIError) -> Content
    ) {
        self.path = path.split(separator: "/").map(String.init)
        self.permission = permission
        self.isListing = isListing
        self.answer = answer
    }

    /// The endpoint as a name: `/api/v2/flows/{}`.
    var name: String { "/" + path.joined(separator: "/") }

    /// The parts that stand for `{}` in a path; nil where the path is another endpoint's.
    func values(in path: [String]) -> [String]? {
        guard path.count == self.path.count else { return nil }
        var values: [String] = []
        for (own, part) in zip(self.path, path) {
            if own == "{}" {
                values.append(part)
            } else if own != part {
                return nil
            }
        }
        return values
    }

    /// The endpoint of a path, with the parts that stand for `{}`; one that spells a part goes first.
    static func find(_ path: [String]) -> (endpoint: Endpoint, values: [String])? {
        var best: (endpoint: Endpoint, values: [String])?
        for endpoint in all {
            guard let values = endpoint.values(in: path), values.count < best?.values.count ?? .max else { continue }
            best = (endpoint, values)
        }
        return best
    }

    /// Every endpoint below `/api`.
    static let all: [Endpoint] = flows + triggers + others
}
