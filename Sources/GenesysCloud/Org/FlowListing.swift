import DriftCore

/// Reads an org's list of flows: first the first page, which has the total, then the other pages in parallel.
struct FlowListing {
    let client: PlatformClient
    let width: Int

    /// The number of flows on a page.
    ///
    /// Source: MyPureCloud/terraform-provider-genesyscloud uses the same number.
    static let pageSize = 500

    /// More pages than any org has, so a total beyond this is wrong.
    static let maximumPageCount = 2000

    struct Result: Sendable {
        /// The flows, each once, sorted by type and name.
        var flows: [ListedFlow] = []

        /// The problems of flows in the list that couldn't be read.
        var problems: [ReadingError] = []
    }

    /// The flows that match a query.
    ///
    /// - Throws: ``PlatformError`` if a page couldn't be read, or if the list was inconsistent in both attempts.
    func flows(_ query: FlowQuery = FlowQuery()) async throws(PlatformError) -> Result {
        var sightings: [String] = []
        for _ in 0..<2 {
            switch try await attempt(query) {
            case .steady(let result): return result
            case .unsteady(let sighting): sightings.append(sighting)
            }
        }
        throw PlatformError(
            .unsteady,
            "The org's list of flows was inconsistent in both attempts to read it: "
                + (Set(sightings).count == 1
                    ? "both times, \(sightings[0])" : "first, \(sightings.joined(separator: "; then, "))"),
            at: client.place(.flows(page: 1, size: Self.pageSize, query: query)),
            fix: "run again when nobody adds or deletes flows"
        )
    }

    private enum Attempt {
        case steady(Result)
        case unsteady(String)
    }

    private func attempt(_ query: FlowQuery) async throws(PlatformError) -> Attempt {
        let first = try await page(1, query)
        let place = client.place(.flows(page: 1, size: Self.pageSize, query: query))
        guard let total = first.total, total >= 0 else {
            throw PlatformError(.unreadable, "The page does not say how many flows there are", at: place)
        }
        let size = max(1, first.pageSize ?? Self.pageSize)
        let count = max(1, (total + size - 1) / size)
        guard count <= Self.maximumPageCount else {
            throw PlatformError(.unreadable, "The page gives a total of \(total) flows, which is impossible", at: place)
        }
        client.progress(.listing(what: "flows", count: first.elements.count, total: total))
        var pages = [first]
        for result in await rest(2..<(count + 1), query) { pages.append(try result.get()) }
        if let other = pages.compactMap(\.total).first(where: { $0 != total }) {
            return .unsteady("one page gave a total of \(total) flows, and another page gave \(other)")
        }
        return Self.whole(pages, total: total)
    }

    private func rest(
        _ numbers: Range<Int>,
        _ query: FlowQuery
    ) async -> [Swift.Result<PlatformPage<ListedFlow>, PlatformError>] {
        await inParallel(Array(numbers), width: width) { number in
            do throws(PlatformError) { return .success(try await page(number, query)) } catch { return .failure(error) }
        }
    }

    private func page(_ number: Int, _ query: FlowQuery) async throws(PlatformError) -> PlatformPage<ListedFlow> {
        try await client.read(.flows(page: number, size: Self.pageSize, query: query)) {
            (reader, bytes) throws(ReadingError) in
            try reader.flows(bytes)
        }
    }

    /// The flows of all pages, each once; a duplicate means that another flow was missed, so the count must match.
    private static func whole(_ pages: [PlatformPage<ListedFlow>], total: Int) -> Attempt {
        var seen: Set<FlowID> = []
        var result = Result(problems: pages.flatMap(\.problems))
        var listed = result.problems.count
        for flow in pages.flatMap(\.elements) {
            guard let id = flow.entry.id else {
                result.problems.append(
                    ReadingError(
                        "The org's list of flows has no id for '\(flow.entry.key)'",
                        at: Place(file: "GET /api/v2/flows")
                    )
                )
                listed += 1
                continue
            }
            guard seen.insert(id).inserted else { continue }
            listed += 1
            if !flow.isDeleted { result.flows.append(flow) }
        }
        guard listed == total else { return .unsteady("the pages had \(listed) flows, but gave a total of \(total)") }
        result.flows.sort { ($0.entry.key, $0.entry.id?.text ?? "") < ($1.entry.key, $1.entry.id?.text ?? "") }
        return .steady(result)
    }
}
