import DriftCore
import Foundation

/// Reads an org's list of triggers: each page gives the place of the next one.
struct TriggerListing {
    let client: PlatformClient

    /// The number of triggers on a page, which is the API's maximum.
    ///
    /// Source: MyPureCloud/platform-client-sdk-python 257.1.0.
    static let pageSize = 200

    /// The number of pages in a row without new triggers before the listing is given up.
    private static let patience = 3

    struct Result: Sendable {
        /// The triggers, each once, in the order of the pages.
        var triggers: [Trigger] = []

        /// Problems with listed triggers that couldn't be read.
        var problems: [ReadingError] = []
    }

    /// The triggers of a listing.
    ///
    /// - Parameters:
    ///   - first: The listing's first page.
    ///   - what: The name of the listing in progress events.
    /// - Returns: The triggers of all pages.
    /// - Throws: ``PlatformError`` if a page couldn't be read or its link to the next page is invalid.
    func triggers(_ first: PlatformResource, what: String) async throws(PlatformError) -> Result {
        var result = Result()
        var (ids, queries): (Set<String>, Set<String>) = ([], [first.query])
        var resource = first
        var idlePages = 0
        while true {
            let page = try await page(resource)
            let new = page.elements.filter { $0.id.map { ids.insert($0).inserted } ?? true }
            result.triggers += new
            result.problems += page.problems
            client.progress(.listing(what: what, count: result.triggers.count, total: nil))
            guard let uri = page.nextURI else { return result }
            let next = try query(of: uri, after: resource)
            idlePages = new.isEmpty ? idlePages + 1 : 0
            guard queries.insert(next).inserted, idlePages < Self.patience else {
                throw broken("The pages form a loop: the next one is '\(uri)' again and again", at: resource)
            }
            resource = resource.at(query: next)
        }
    }

    private func page(_ resource: PlatformResource) async throws(PlatformError) -> PlatformPage<Trigger> {
        let json = try await client.json(resource)
        do throws(ReadingError) {
            return try PlatformPageReader(source: client.place(resource)).triggers(json)
        } catch {
            throw PlatformError(error)
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
            throw broken("The address of the next page belongs to another listing or host: '\(uri)'", at: resource)
        }
        return query
    }

    private func broken(_ problem: String, at resource: PlatformResource) -> PlatformError {
        PlatformError(
            .unreadable,
            PlatformError.clean(problem, without: client.credentials.secrets),
            at: client.place(resource),
            fix: "run again; if it happens again, the gateway or the API may be at fault"
        )
    }
}
