/// A published version of a flow, for what the org says.
public struct Publication: Hashable, Sendable {
    /// The version, such as `13.0`, or `nil` if the org doesn't say.
    public var version: String?

    /// When the version was published, as the org writes it (ISO 8601), or `nil` if the org doesn't say or the version
    /// was never published.
    public var date: String?

    /// The name of the person or client that published the version, or `nil` if the org doesn't say.
    ///
    /// Only the current version of a flow has it.
    ///
    /// Source: MyPureCloud/platform-client-sdk-python 269.0.0: Flow has `publishedBy`, and FlowVersion doesn't.
    public var publisher: String?

    /// The name of the person or client that created the version, or `nil` if the org doesn't say.
    public var creator: String?

    /// Makes a publication, by default with nothing known.
    public init(version: String? = nil, date: String? = nil, publisher: String? = nil, creator: String? = nil) {
        self.version = version
        self.date = date
        self.publisher = publisher
        self.creator = creator
    }
}

extension Publication {
    /// The date without the time: `2026-11-20`.
    private var day: String? { date.map { String($0.prefix(10)) } }

    /// The version with its date and, if wanted, the people: `version 13.0, published 2026-11-20 by Ada Lovelace`.
    ///
    /// - Returns: The phrase, or `nil` if neither version nor date is known.
    func phrase(showsNames: Bool) -> String? {
        guard version != nil || day != nil else { return nil }
        let publisher = showsNames ? publisher : nil
        let creator = showsNames && publisher == nil ? creator : nil
        let published = day.map { "published \($0)" + (publisher.map { " by \($0)" } ?? "") }
        return [version.map { "version \($0)" }, published, creator.map { "version created by \($0)" }]
            .compactMap(\.self).joined(separator: ", ")
    }
}
