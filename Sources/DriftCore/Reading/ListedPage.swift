/// A page of the Platform API.
///
/// Source: MyPureCloud/platform-client-sdk-python 258.0.0, models FlowEntityListing and TriggerEntityListing.
struct ListedPage: Decodable {
    var entities: [ListedEntity]
    var total: Int?
    var pageNumber: Int?
    var pageSize: Int?
    var pageCount: Int?
    var nextUri: String?
}

/// A flow or a trigger of a page, with members that are only needed to read a live org.
struct ListedEntity: Decodable {
    var entity: PlatformEntity
    var versions: ListedVersions

    init(from decoder: any Decoder) throws {
        entity = try PlatformEntity(from: decoder)
        versions = try ListedVersions(from: decoder)
    }
}

/// The versions of a flow in a listing.
///
/// Source: MyPureCloud/platform-client-sdk-python 258.0.0, models Flow, FlowVersion and User.
struct ListedVersions: Decodable {
    var publishedVersion: Version?
    var checkedInVersion: Version?
    var savedVersion: Version?
    var publishedBy: Person?

    struct Version: Decodable {
        var id: String?
        var createdBy: Person?
        var createdByClient: Person?
        var datePublished: Moment?

        var publication: Publication {
            Publication(version: id, date: datePublished?.text, creator: [createdBy, createdByClient].name)
        }
    }

    /// A user or an OAuth client; a listing may have only the id.
    struct Person: Decodable {
        var id: String?
        var name: String?
    }
}

extension [ListedVersions.Person?] {
    /// The first name among people, or else the first id.
    fileprivate var name: String? {
        let people = compactMap(\.self)
        return people.compactMap(\.name).first { !$0.isEmpty } ?? people.compactMap(\.id).first
    }
}

/// A page of a flow's versions.
///
/// Source: MyPureCloud/platform-client-sdk-python 269.0.0, model FlowVersionEntityListing.
struct VersionPage: Decodable {
    var entities: [ListedVersions.Version]
    var pageCount: Int?
}

extension ListedVersions {
    /// The published version, or `nil` if the flow was never published.
    var publication: Publication? {
        guard let published = publishedVersion, published.id != nil else { return nil }
        var publication = published.publication
        publication.publisher = [publishedBy].name
        return publication
    }

    /// The newest version that was saved or checked in after the published one, or `nil` if there is none.
    var draftVersion: String? {
        let drafts = [checkedInVersion?.id, savedVersion?.id].compactMap(\.self)
        let newest = drafts.max { VersionNumber($0) < VersionNumber($1) }
        guard let newest, let published = publishedVersion?.id else { return newest }
        return VersionNumber(published) < VersionNumber(newest) ? newest : nil
    }
}

/// A version such as `9.0` or `12.0`, ordered by number.
public struct VersionNumber: Comparable, Sendable {
    private let parts: [Int]

    /// Makes the number of a version; a part that isn't a number counts as 0.
    public init(_ text: String) {
        parts = text.split(separator: ".").map { Int($0) ?? 0 }
    }

    /// Orders by the first part that differs.
    public static func < (lhs: VersionNumber, rhs: VersionNumber) -> Bool {
        lhs.parts.lexicographicallyPrecedes(rhs.parts)
    }
}

/// A point in time, which the API writes as ISO 8601 or as milliseconds since 1970.
struct Moment: Decodable {
    /// The time in ISO 8601 and UTC.
    let text: String

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let text = try? value.decode(String.self) {
            self.init(text: text)
        } else {
            self.init(milliseconds: try value.decode(Int.self))
        }
    }

    private init(text: String) {
        self.text = text
    }

    /// Formats milliseconds since 1970 as in RFC 3339, without leap seconds.
    init(milliseconds: Int) {
        let seconds = Int((Double(milliseconds) / 1000).rounded(.down))
        let days = Int((Double(seconds) / 86_400).rounded(.down))
        let time = seconds - days * 86_400
        let (year, month, day) = Self.date(days)
        let numbers = [(year, 4), (month, 2), (day, 2), (time / 3600, 2), (time / 60 % 60, 2), (time % 60, 2)]
        let digits = numbers.map { number, width in
            String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
        }
        self.init(text: digits[0...2].joined(separator: "-") + "T" + digits[3...].joined(separator: ":") + "Z")
    }

    /// The date of a day, counted from 1970-01-01; the calculation starts years in March, so that a leap day comes
    /// last.
    private static func date(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let sinceMarch0 = days + 719_468
        let era = (sinceMarch0 >= 0 ? sinceMarch0 : sinceMarch0 - 146_096) / 146_097
        let dayOfEra = sinceMarch0 - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        return (yearOfEra + era * 400 + (month >= 10 ? 1 : 0), month < 10 ? month + 3 : month - 9, day)
    }
}
