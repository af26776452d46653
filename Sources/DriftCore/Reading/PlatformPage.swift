/// A page of a listing, as the Platform API answers it.
public struct PlatformPage<Element: Sendable>: Sendable {
    /// What the page lists, in the page's order.
    public var elements: [Element]

    /// How many elements all pages have together; nil where the page does not say.
    public var total: Int?

    /// The page's number, from 1; nil where the page does not say.
    public var pageNumber: Int?

    /// The number of elements that a full page has; nil where the page does not say.
    public var pageSize: Int?

    /// How many pages there are; nil where the page does not say.
    public var pageCount: Int?

    /// Where the next page is, as the API writes it; nil on the last page, and where the page does not say.
    public var nextURI: String?

    /// What the page lists and could not be read.
    public var problems: [ReadingError]
}

/// A flow of a listing, with what else the listing tells of its versions.
public struct ListedFlow: Hashable, Sendable {
    /// The flow.
    public var entry: FlowEntry

    /// Who published it and when; nil where it was never published.
    public var publication: Publication?

    /// The version of a draft that is newer than the published version; nil where there is none.
    public var draftVersion: String?

    /// Whether it was deleted.
    public var isDeleted: Bool = false
}
