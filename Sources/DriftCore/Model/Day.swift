/// A day of the calendar, in UTC: `2027-03-31`.
public struct Day: Hashable, Sendable {
    /// The year.
    public let year: Int

    /// The month, from 1.
    public let month: Int

    /// The day of the month, from 1.
    public let day: Int

    /// Reads `2027-03-31`; `nil` for another form, or for a day that doesn't exist.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) })
        else { return nil }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == 3, (1...12).contains(numbers[1]) else { return nil }
        guard (1...Self.length(ofMonth: numbers[1], in: numbers[0])).contains(numbers[2]) else { return nil }
        (year, month, day) = (numbers[0], numbers[1], numbers[2])
    }

    /// The day of a moment, given in seconds since the start of 1970 in UTC.
    public init(secondsSince1970 seconds: Int) {
        var rest = Int((Double(seconds) / 86_400).rounded(.down))
        var year = 1970
        while rest < 0 {
            year -= 1
            rest += Self.length(ofYear: year)
        }
        while rest >= Self.length(ofYear: year) {
            rest -= Self.length(ofYear: year)
            year += 1
        }
        var month = 1
        while rest >= Self.length(ofMonth: month, in: year) {
            rest -= Self.length(ofMonth: month, in: year)
            month += 1
        }
        (self.year, self.month, day) = (year, month, rest + 1)
    }

    private init(year: Int, month: Int, day: Int) {
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// The same day a year later; February 28 if there is no 29th.
    public var yearLater: Day {
        Day(year: year + 1, month: month, day: min(day, Self.length(ofMonth: month, in: year + 1)))
    }

    /// The days from the start of 1970 to this day.
    private var number: Int {
        let years = year >= 1970 ? 1970..<year : year..<1970
        let days = years.reduce(0) { $0 + Self.length(ofYear: $1) }
        let months = (1..<month).reduce(0) { $0 + Self.length(ofMonth: $1, in: year) }
        return (year >= 1970 ? days : -days) + months + day - 1
    }

    /// The number of days from this day to another one; negative if the other one is earlier.
    public func days(until other: Day) -> Int { other.number - number }

    private static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400)
    }

    private static func length(ofYear year: Int) -> Int { isLeap(year) ? 366 : 365 }

    private static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension Day: Comparable, CustomStringConvertible {
    /// Orders days by date.
    public static func < (lhs: Day, rhs: Day) -> Bool {
        (lhs.year, lhs.month, lhs.day) < (rhs.year, rhs.month, rhs.day)
    }

    /// The day as `2027-03-31`.
    public var description: String {
        "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
