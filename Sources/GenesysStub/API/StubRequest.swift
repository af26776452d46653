import Foundation

/// The parts of a request that the stub server uses.
struct StubRequest: Sendable {
    /// `GET`, `POST`, ….
    let method: String

    /// The path and the query as they were sent.
    let target: String

    /// The path's parts, decoded.
    let path: [String]

    /// The query's items in order, decoded.
    let query: [(name: String, value: String)]

    /// The `Authorization` header, or `nil` if there is none.
    let authorization: String?

    /// The `Content-Type` header, or `nil` if there is none.
    let contentType: String?

    /// The value of ``expectationHeader``, or `nil` if there is none.
    let expectation: String?

    /// The body.
    let body: [UInt8]

    /// The header in which a test says which answer to its launch it expects.
    static let expectationHeader = "X-Flowdrift-Expect"

    /// Makes a request; its target is the path with the query.
    init(
        _ method: String,
        _ target: String,
        authorization: String? = nil,
        contentType: String? = nil,
        expectation: String? = nil,
        body: [UInt8] = []
    ) {
        self.method = method
        self.target = target
        self.authorization = authorization
        self.contentType = contentType
        self.expectation = expectation
        self.body = body
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = (parts.first ?? "").split(separator: "/").map { $0.removingPercentEncoding ?? String($0) }
        query = parts.count > 1 ? Self.items(of: parts[1]) : []
    }

    /// The items of a query or a form, where `+` stands for a blank.
    static func items(of text: some StringProtocol) -> [(name: String, value: String)] {
        text.split(separator: "&").map { item in
            let pair = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { part in
                let text = String(part.map { $0 == "+" ? " " : $0 })
                return text.removingPercentEncoding ?? text
            }
            return (pair[0], pair.count > 1 ? pair[1] : "")
        }
    }

    /// The values of a query item that may occur several times, or have several values separated by commas.
    func values(_ name: String) -> [String] {
        query.filter { $0.name == name }.flatMap { $0.value.split(separator: ",").map(String.init) }
    }

    /// The value of a query item, or `nil` if it is missing or empty.
    func value(_ name: String) -> String? {
        query.first { $0.name == name && !$0.value.isEmpty }?.value
    }

    /// The value of a query item that is a whole number within bounds, or `number` if the item is missing.
    ///
    /// - Throws: ``APIError`` if the value is something else.
    func integer(_ name: String, default number: Int, within bounds: ClosedRange<Int>) throws(APIError) -> Int {
        guard let text = value(name) else { return number }
        guard let number = Int(text), bounds.contains(number) else {
            throw .badRequest("Parameter '\(name)' must be a number from \(bounds.lowerBound) to \(bounds.upperBound)")
        }
        return number
    }

    /// The value of a query item that is `true` or `false`, or `nil` if it is missing.
    ///
    /// - Throws: ``APIError`` if the value is something else.
    func flag(_ name: String) throws(APIError) -> Bool? {
        guard let text = value(name) else { return nil }
        guard let flag = Bool(text.lowercased()) else { throw .badRequest("Parameter '\(name)' must be true or false") }
        return flag
    }
}
