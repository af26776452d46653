/// Who published the version of a flow that is in force, and when, as far as the org tells.
public struct Publication: Hashable, Sendable {
    /// The published version, such as `12.0`.
    public var version: String

    /// Who published it: a user's name, or an id where the org gives no name; nil where the org does not say.
    public var by: String?

    /// When it was published, in ISO 8601 and UTC; nil where the org does not say.
    public var at: String?

    /// Makes a publication.
    public init(version: String, by: String? = nil, at: String? = nil) {
        self.version = version
        self.by = by
        self.at = at
    }
}

extension Publication: CustomStringConvertible {
    /// The publication as a phrase: `version 12.0, published by Ada on 2026-03-01T08:00:00Z`.
    public var description: String {
        guard by != nil || at != nil else { return "version \(version)" }
        return "version \(version), published" + (by.map { " by \($0)" } ?? "") + (at.map { " on \($0)" } ?? "")
    }
}
