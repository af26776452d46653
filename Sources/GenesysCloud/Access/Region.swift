import DriftCore

/// A region of Genesys Cloud; every org is in one.
public struct Region: Hashable, Sendable {
    /// The region's AWS name: `eu-west-1`.
    public let name: String

    /// The region's domain: `mypurecloud.ie`.
    public let domain: String

    private init(_ name: String, _ domain: String) {
        self.name = name
        self.domain = domain
    }

    /// All regions, sorted by name.
    public static let known: [Region] = RegionDomains.all.map { Region($0.name, $0.domain) }

    /// Reads an AWS name, with hyphens or underscores, or a domain, in any letter case.
    ///
    /// A domain may begin with `api.`, `apps.` or `login.`, as people copy it from an address bar.
    ///
    /// - Throws: ``AccessError`` if the region is unknown; it lists the known ones.
    public init(_ text: String) throws(AccessError) {
        let name = text.lowercased().replacing("_", with: "-").trimming(" /")
        let bare = name.replacing("https://", with: "")
        let domain =
            ["api.", "apps.", "login."].first { bare.hasPrefix($0) }.map { bare.dropFirst($0.count) } ?? bare[...]
        guard let region = Self.known.first(where: { $0.name == name || $0.domain == domain }) else {
            throw AccessError(
                "There is no Genesys Cloud region '\(text)'",
                fix: "write the AWS name or the domain of one of these regions: "
                    + Self.known.map { "\($0.name) (\($0.domain))" }.joined(separator: ", ")
            )
        }
        self = region
    }

    /// The URL of the region's API.
    public var apiURL: String { "https://api.\(domain)" }

    /// The URL of the region's login server.
    public var loginURL: String { "https://login.\(domain)" }
}

extension StringProtocol {
    func trimming(_ characters: String) -> String {
        var text = Substring(self)
        while let first = text.first, characters.contains(first) { text = text.dropFirst() }
        while let last = text.last, characters.contains(last) { text = text.dropLast() }
        return String(text)
    }
}
