import DriftCore

/// One kind of request that the stub server answers.
struct Endpoint: Sendable {
    /// The path's parts; `{}` stands for any one part.
    let path: [String]

    /// `GET` or `POST`.
    let method: String

    /// The required permission, or `nil` if none is required.
    let permission: String?

    /// Whether the answer is a page of a listing.
    let isListing: Bool

    /// Where the answers come from.
    let source: Source

    /// Where the answers of an endpoint come from.
    enum Source: Sendable {
        /// The org; the closure's last argument has the parts of the path in place of `{}`.
        case org(@Sendable (StubCatalogue, StubRequest, [String]) throws(APIError) -> Content)
        /// A new execution of a flow.
        case launch
        /// The executions so far.
        case executions
    }

    /// Makes an endpoint.
    init(
        _ path: String,
        permission: String? = nil,
        isListing: Bool = false,
        answer: @escaping @Sendable (StubCatalogue, StubRequest, [String]) throws(APIError) -> Content
    ) {
        self.init(path, method: "GET", permission: permission, isListing: isListing, source: .org(answer))
    }

    private init(_ path: String, method: String, permission: String?, isListing: Bool = false, source: Source) {
        self.path = path.split(separator: "/").map(String.init)
        self.method = method
        self.permission = permission
        self.isListing = isListing
        self.source = source
    }

    /// The endpoint as a name: `/api/v2/flows/{}`.
    var name: String { "/" + path.joined(separator: "/") }

    /// The parts of a path in place of `{}`, or `nil` if the path is that of another endpoint.
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

    /// The endpoint of a path, with the parts in place of `{}`.
    ///
    /// An endpoint that has such a part literally takes precedence.
    static func find(_ path: [String]) -> (endpoint: Endpoint, values: [String])? {
        var best: (endpoint: Endpoint, values: [String])?
        for endpoint in all {
            guard let values = endpoint.values(in: path), values.count < best?.values.count ?? .max else { continue }
            best = (endpoint, values)
        }
        return best
    }

    /// The endpoints that launch a flow and show its execution.
    ///
    /// Source of the permissions: MyPureCloud/platform-client-sdk-cli.
    private static let launches = [
        Endpoint("/api/v2/flows/executions", method: "POST", permission: "architect:flow:launch", source: .launch),
        Endpoint(
            "/api/v2/flows/executions/{}",
            method: "GET",
            permission: "architect:flowExecution:view",
            source: .executions
        ),
    ]

    /// Every endpoint below `/api`.
    static let all: [Endpoint] = flows + launches + triggers + actions + others
}
