import DriftCore

/// A region of Genesys Cloud: every org lives in one.
public struct Region: Hashable, Sendable {
    /// The region's AWS name: `eu-west-1`.
    public let name: String

    /// The region's domain: `mypurecloud.ie`.
    public let domain: String

    private init(_ name: String, _ domain: String) {
        self.name = name
        self.domain = domain
    }

    /// The regions there are, in order of name.
    public static let known: [Region] = RegionDomains.all.map { Region($0.name, $0.domain) }

    /// Reads an AWS name, with hyphens or underscores, or a domain, in any letter case.
    ///
    /// A domain may have its `api.`, `apps.` or `login.` in front, as people copy it from an address bar.
    ///
    /// - Throws: ``AccessError`` for a region that is not known; it lists those that are.
    public init(_ text: String) throws(AccessError) {
        let name = text.lowercased().replacing("_", with: "-").trimming(" /")
        let bare = name.replacing("https://", with: "")
        let domain =
            ["api.", "apps.", "login."].first { bare.hasPrefix($0) }.map { bare.dropFirst($0.count) } ?? bare[...]
        guard let region = Self.known.first(where: { $0.name == name || $0.domain == domain }) else {
            throw AccessError(
                "There is no region '\(text)'",
                wayOut: "write its AWS name or its domain, one of "
                    + Self.known.map { "\($0.name) (\($0.domain))" }.joined(separator: ", ")
            )
        }
        self = region
    }

    /// Where the region's API is.
    public var apiURL: String { "https://api.\(domain)" }

    /// Where the region gives tokens.
    public var loginURL: String { "https://login.\(domain)" }
}

extension StringProtocol {
    /// The text without any of the characters at its beginning and end.
    func trimming(_ characters: String) -> String {
        var text = Substring(self)
        while let first = text.first, characters.contains(first) { text = text.dropFirst() }
        while let last = text.last, characters.contains(last) { text = text.dropLast() }
        return String(text)
    }
}
