import Foundation

/// Reads responses of the Platform API: pages of flows or triggers, a single flow, or a configuration.
///
/// Unlike ``FlowFileReader``, this reader knows what was requested. So an empty page is valid, and a response of
/// another kind is an error.
public struct PlatformPageReader: Sendable {
    /// The request, for messages: `GET https://api.mypurecloud.ie/api/v2/flows?pageNumber=2`.
    let source: String

    /// Makes a reader for a response.
    public init(source: String) {
        self.source = source
    }

    private var reader: PlatformJSONReader { PlatformJSONReader(file: source, isSurelyJSON: true) }

    /// Reads a page of `GET /api/v2/flows`.
    public func flows(_ bytes: [UInt8]) throws(ReadingError) -> PlatformPage<ListedFlow> {
        try page(bytes) { (listed) throws(ReadingError) in try flow(listed) }
    }

    /// Reads a page of triggers or of scheduled triggers.
    public func triggers(_ bytes: [UInt8]) throws(ReadingError) -> PlatformPage<Trigger> {
        try page(bytes) { (listed) throws(ReadingError) in try reader.trigger(listed.entity) }
    }

    /// Reads the response of `GET /api/v2/flows/{id}`.
    public func flow(_ bytes: [UInt8]) throws(ReadingError) -> ListedFlow {
        try flow(decode(ListedEntity.self, from: bytes))
    }

    /// Reads a page of a flow's versions.
    ///
    /// A version without a date was never published; a page has them in any order.
    ///
    /// - Returns: The versions, and the number of pages, which is `nil` if the page doesn't say.
    public func versions(_ bytes: [UInt8]) throws(ReadingError) -> (versions: [Publication], pageCount: Int?) {
        let page = try decode(VersionPage.self, from: bytes)
        return (page.entities.map(\.publication).filter { $0.version != nil }, page.pageCount)
    }

    /// Reads a configuration.
    ///
    /// - Parameters:
    ///   - bytes: The configuration.
    ///   - entry: The flow in the listing. It provides name and type, since a published configuration may have an older
    ///     name.
    /// - Returns: The flow, without triggers.
    /// - Throws: ``ReadingError`` if the response isn't that flow's configuration.
    public func flow(configuration bytes: [UInt8], of entry: FlowEntry) throws(ReadingError) -> Flow {
        let fix = "run again; if the error remains, the API may have changed"
        guard case .flow(let flow) = try configuration(bytes) else {
            throw ReadingError(
                "The org's answer is not a flow configuration: it has no 'variables'",
                at: Place(file: source),
                fix: fix
            )
        }
        guard flow.key.type == entry.key.type else {
            throw ReadingError(
                "The configuration is that of a \(flow.key.type), but the org's list has the flow as \(entry.key.type)",
                at: Place(file: source),
                fix: fix
            )
        }
        return flow.identified(by: entry)
    }

    private func configuration(_ bytes: [UInt8]) throws(ReadingError) -> FlowFile {
        do throws(ReadingError) { return try reader.read(bytes) } catch { throw answerError(error) }
    }

    private func flow(_ listed: ListedEntity) throws(ReadingError) -> ListedFlow {
        ListedFlow(
            entry: try reader.entry(listed.entity),
            publication: listed.versions.publication,
            draftVersion: listed.versions.draftVersion,
            isDeleted: listed.entity.deleted ?? false
        )
    }

    private func page<Element>(
        _ bytes: [UInt8],
        _ element: (ListedEntity) throws(ReadingError) -> Element
    ) throws(ReadingError) -> PlatformPage<Element> {
        let page = try decode(ListedPage.self, from: bytes)
        var (elements, problems): ([Element], [ReadingError]) = ([], [])
        for entity in page.entities {
            do throws(ReadingError) { elements.append(try element(entity)) } catch { problems.append(error) }
        }
        return PlatformPage(
            elements: elements,
            total: page.total,
            pageNumber: page.pageNumber,
            pageSize: page.pageSize,
            pageCount: page.pageCount,
            nextURI: page.nextUri.flatMap { $0.isEmpty ? nil : $0 },
            problems: problems
        )
    }

    private func decode<Value: Decodable>(_: Value.Type, from bytes: [UInt8]) throws(ReadingError) -> Value {
        do {
            return try JSONDecoder().decode(Value.self, from: Data(bytes))
        } catch {
            throw answerError(DecodingReport(file: source, isEncoded: false, bytes: bytes).readingError(error))
        }
    }

    /// Rewrites an error about a file as an error about a response.
    private func answerError(_ error: ReadingError) -> ReadingError {
        var problem = error
        problem.problem = problem.problem.replacing(
            "The file is not valid JSON",
            with: "The answer is incomplete or not JSON"
        )
        problem.fix = "run again; if the error remains, check the proxy or gateway in front of the API"
        problem.place.position = nil
        return problem
    }
}
