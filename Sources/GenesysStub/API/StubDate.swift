import DriftCore
import Foundation

/// The dates of a version in milliseconds since 1970, made from its flow's id and its number so that they never change.
struct StubDate {
    let created: Int

    var checkedIn: Int { created + 60_000 }
    var published: Int { created + 120_000 }

    init(of version: StubFlow.Version, in flow: StubFlow) {
        let day = 86_400_000
        let number = version.id.prefix { $0.isNumber }
        let offset = Int(StableHash(of: flow.id.text).value % 100) * day
        // 2024-01-01, plus a day for each version.
        created = 1_704_067_200_000 + offset + min(Int(number) ?? 0, 10_000) * day
    }

    /// A date in the API's format: `2024-01-31T08:15:00.000Z`.
    static func text(_ milliseconds: Int) -> String {
        Date(timeIntervalSince1970: Double(milliseconds) / 1000)
            .formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }

    /// The date in a query, with or without fractions of a second, or `nil` if it isn't a date.
    static func milliseconds(_ text: String) -> Int? {
        let styles = [Date.ISO8601FormatStyle(includingFractionalSeconds: true), Date.ISO8601FormatStyle()]
        let date = styles.lazy.compactMap { try? $0.parse(text) }.first
        return date.map { Int($0.timeIntervalSince1970 * 1000) }
    }
}
