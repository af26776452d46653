/// Who published a flow's version, and when, for what the org says.
public struct Publication: Hashable, Sendable {
    /// The version, such as `13.0`, or `nil` if the org doesn't say.
    public var version: String?

    /// The name of the person or client that published the version, or `nil` if the org doesn't say.
    public var publisher: String?

    /// When the version was published, as the org writes it (ISO 8601), or `nil` if the org doesn't say.
    public var date: String?
}

extension Publication: CustomStringConvertible {
    /// The publication as a phrase: `version 13.0 was published by Ada Lovelace on 2026-11-20`; empty if nothing is
    /// known.
    public var description: String {
        let day = date.map { " on " + $0.prefix(10) }
        let person = publisher.map { " by " + $0 }
        guard version != nil || day != nil || person != nil else { return "" }
        return (version.map { "version \($0)" } ?? "it") + " was published" + (person ?? "") + (day ?? "")
    }
}
