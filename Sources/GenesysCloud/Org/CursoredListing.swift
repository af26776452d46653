import DriftCore
import Foundation

/// Reads a listing of an org whose pages each have the address of the next one: triggers and data actions.
struct CursoredListing {
    let client: PlatformClient

    /// The number of triggers on a page, which is the API's maximum.
    ///
    /// Source: MyPureCloud/platform-client-sdk-python 257.1.0.
    static let pageSize = 200

    /// The number of data actions on a page; the API doesn't document its maximum.
    static let actionPageSize = 100

    /// After this many pages in a row without new entities, the client stops reading the list.
    private static let patience = 3

    struct Result<Element: Sendable>: Sendable {
        /// The entities, each once, in the order of the pages.
        var elements: [Element] = []

        /// The problems of entities in the list that couldn't be read.
        var problems: [ReadingError] = []
    }

    /// The triggers of a listing.
    ///
    /// - Parameters:
    ///   - first: The listing's first page.
    ///   - what: The name of the listing in progress events.
    /// - Returns: The triggers of all pages.
    /// - Throws: ``PlatformError`` if a page couldn't be read or its link to the next page is invalid.
    func triggers(_ first: PlatformResource, what: String) async throws(PlatformError) -> Result<Trigger> {
        try await entities(first, what: what, id: \.id) { (reader, bytes) throws(ReadingError) in
            try reader.triggers(bytes)
        }
    }

    /// The entities of a listing.
    ///
    /// - Parameters:
    ///   - first: The listing's first page.
    ///   - what: The name of the listing in progress events.
    ///   - id: An entity's id, or `nil` if it has none.
    ///   - page: Reads a page.
    /// - Returns: The entities of all pages.
    /// - Throws: ``PlatformError`` if a page couldn't be read or its link to the next page is invalid.
    func entities<Element>(
        _ first: PlatformResource,
        what: String,
        id: (Element) -> String?,
        page: (PlatformPageReader, [UInt8]) throws(ReadingError) -> PlatformPage<Element>
    ) async throws(PlatformError) -> Result<Element> {
        var result = Result<Element>()
        var (ids, queries): (Set<String>, Set<String>) = ([], [first.query])
        var resource = first
        var idlePages = 0
        while true {
            let page = try await client.read(resource, page)
            let new = page.elements.filter { id($0).map { ids.insert($0).inserted } ?? true }
            result.elements += new
            result.problems += page.problems
            client.progress(.listing(what: what, count: result.elements.count, total: nil))
            guard let uri = page.nextURI else { return result }
            let next = try query(of: uri, after: resource)
            idlePages = new.isEmpty ? idlePages + 1 : 0
            guard queries.insert(next).inserted, idlePages < Self.patience else {
                throw broken(
                    "The pages form a loop or add nothing new, so flowdrift stopped before the page '\(uri)'",
                    at: resource
                )
            }
            resource = resource.at(query: next)
        }
    }

    /// The query of the next page; only the query is used, so that the token can't go to another host.
    private func query(of uri: String, after resource: PlatformResource) throws(PlatformError) -> String {
        let base = URLComponents(string: client.host.apiURL)
        guard let next = URLComponents(string: uri), let base else {
            throw broken("The address of the next page, '\(uri)', is not a URI", at: resource)
        }
        let isHere = next.host == nil || (next.scheme, next.host, next.port) == (base.scheme, base.host, base.port)
        let paths = [resource.path, base.percentEncodedPath + resource.path]
        guard isHere, paths.contains(next.percentEncodedPath), let query = next.percentEncodedQuery else {
            throw broken(
                "flowdrift did not request the next page, because the page's address belongs to another host or list: "
                    + "'\(uri)'",
                at: resource
            )
        }
        return query
    }

    private func broken(_ problem: String, at resource: PlatformResource) -> PlatformError {
        PlatformError(
            .unreadable,
            PlatformError.clean(problem, without: client.credentials.secrets),
            at: client.place(resource),
            fix: "run the command again; if the error remains, check the proxy or gateway in front of the API"
        )
    }
}
