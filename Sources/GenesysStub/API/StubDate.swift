import DriftCore
import Foundation

/// When a version was made, in milliseconds since 1970: made up from the flow's id and the version, and always the
/// same.
struct StubDate {
    /// When it was first saved.
    let created: Int

    /// When it was checked in.
    var checkedIn: Int { created + 60_000 }

    /// When it was published.
    var published: Int { created + 120_000 }

    /// The dates of a version.
    init(of version: StubFlow.Version, in flow: StubFlow) {
        let day = 86_400_000
        let number = version.id.prefix { $0.isNumber }
        let offset = Int(StableHash(of: flow.id.text).value % 100) * day
        // 2024-01-01, and a day for each version.
        created = 1_704_067_200_000 + offset + min(Int(number) ?? 0, 10_000) * day
    }

    /// A date as the API writes it: `2024-01-31T08:15:00.000Z`.
    static func text(_ milliseconds: Int) -> String {
        Date(timeIntervalSince1970: Double(milliseconds) / 1000)
            .formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }

    /// The date in a query, with or without fractions of a second; nil where it is none.
    static func milliseconds(_ text: String) -> Int? {
        let styles = [Date.ISO8601FormatStyle(includingFractionalSeconds: true), Date.ISO8601FormatStyle()]
        let date = styles.lazy.compactMap { try? $0.parse(text) }.first
        return date.map { Int($0.timeIntervalSince1970 * 1000) }
    }
}
