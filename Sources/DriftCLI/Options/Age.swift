import ArgumentParser
import Foundation

/// A length of time as a user writes it: `90m`, `24h`, `7d`.
struct Age: ExpressibleByArgument, CustomStringConvertible {
    let seconds: Int
    let description: String

    /// Parses a whole number with its unit, or returns `nil` for anything else.
    init?(argument: String) {
        let units: [Character: Int] = ["m": 60, "h": 3_600, "d": 86_400]
        guard let unit = argument.last.flatMap({ units[$0] }), let number = Int(argument.dropLast()), number > 0,
            !number.multipliedReportingOverflow(by: unit).overflow
        else { return nil }
        seconds = number * unit
        description = argument
    }

    /// A length of time in whole minutes, hours or days, as a phrase: `3 days ago`.
    static func phrase(_ seconds: Double) -> String {
        let minutes = Int(seconds / 60)
        func count(_ number: Int, _ unit: String) -> String { "\(number) \(unit)\(number == 1 ? "" : "s") ago" }
        if minutes < 60 { return minutes < 1 ? "less than a minute ago" : count(minutes, "minute") }
        return minutes < 48 * 60 ? count(minutes / 60, "hour") : count(minutes / 1_440, "day")
    }

    /// Whether this time has passed since a moment, in seconds since the beginning of 1970.
    func isOver(since moment: Int, at now: Date) -> Bool {
        now.timeIntervalSince1970 - Double(moment) > Double(seconds)
    }
}
