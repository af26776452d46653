/// A page of a listing from the Platform API.
public struct PlatformPage<Element: Sendable>: Sendable {
    /// The page's entries, in order.
    public var elements: [Element]

    /// The number of entries on all pages, or `nil` if the page doesn't say.
    public var total: Int?

    /// The page's number, from 1, or `nil` if the page doesn't say.
    public var pageNumber: Int?

    /// The number of entries on a full page, or `nil` if the page doesn't say.
    public var pageSize: Int?

    /// The number of pages, or `nil` if the page doesn't say.
    public var pageCount: Int?

    /// The address of the next page, as the API writes it, or `nil` if the page has none.
    public var nextURI: String?

    /// The errors for entries that couldn't be read.
    public var problems: [ReadingError]
}

/// A flow of a listing, with its versions.
public struct ListedFlow: Hashable, Sendable {
    /// The flow.
    public var entry: FlowEntry

    /// The published version, or `nil` if the flow was never published.
    public var publication: Publication?

    /// A draft's version that is newer than the published one, or `nil` if there is none.
    public var draftVersion: String?

    /// Whether the flow was deleted.
    public var isDeleted: Bool = false
}
