import DriftReports
import Foundation
import GenesysCloud
import Synchronization

/// Shows the progress of a live run: on a terminal in one line, which is overwritten; elsewhere in one line every 10 s.
final class ProgressLine: Sendable {
    private let context: Context

    /// When the run began.
    private let begin: Date

    /// Without a terminal: when the last line was printed, or, before the first line, when the run began.
    private let last: Mutex<Date>

    /// When the first configuration was read, and its number.
    private let firstConfiguration = Mutex<(date: Date, number: Int)?>(nil)

    /// Without a terminal: the time between two lines.
    private static let interval: TimeInterval = 10

    init(context: Context) {
        self.context = context
        begin = context.now()
        last = Mutex(begin)
    }

    func show(_ event: ProgressEvent) {
        let line = Printable.text(text(of: event))
        guard context.isErrorTerminal else {
            let now = context.now()
            let isDue = last.withLock { last in
                guard now.timeIntervalSince(last) >= Self.interval || isLasting(event) else { return false }
                last = now
                return true
            }
            if isDue { context.printError(line + "\n") }
            return
        }
        context.printError(isLasting(event) ? "\r\u{1B}[K\(line)\n" : "\r\u{1B}[K\(line)")
    }

    /// Clears the line, so that the next output starts on an empty one.
    func clear() {
        guard context.isErrorTerminal else { return }
        context.printError("\r\u{1B}[K")
    }

    /// Whether the line of an event stays visible; without a terminal, whether it's printed at once.
    private func isLasting(_ event: ProgressEvent) -> Bool {
        switch event {
        case .fetching(let count, let estimate): context.isErrorTerminal ? count > 0 : estimate >= .seconds(60)
        case .kept, .sharedLimit: true
        // A host that is just starting needs no words.
        case .retrying(_, _, _, isFirstContact: let isFirst): isFirst && context.now().timeIntervalSince(begin) >= 1.5
        case .listing, .configuration, .waiting: false
        }
    }

    private func text(of event: ProgressEvent) -> String {
        switch event {
        case .listing(let what, let count, let total?): "reading \(what): \(count) of \(total)"
        case .listing(let what, let count, nil): "reading \(what): \(count)"
        case .fetching(let count, let estimate) where estimate >= .seconds(60):
            "reading \(count) configurations; at the rate limit this takes about \(estimate.components.seconds / 60) min"
        case .fetching(let count, _): "reading \(count) configurations"
        case .kept(let count): "\(count) flows were read by an earlier run, which was interrupted"
        case .sharedLimit(let others):
            "another program uses the same OAuth client: it sent \(others) requests within a minute, which count for "
                + "the same rate limit"
        case .configuration(let number, let count):
            "reading configurations: \(number) of \(count)" + pace(number, of: count)
        case .waiting(let date): "waiting for the rate limit until \(Self.clock(date))"
        case .retrying(let request, let reason, let pause, _):
            "\(request): \(reason); trying again in \(max(1, pause.components.seconds)) s"
        }
    }

    /// How many configurations were read in a minute, and how long the others will take; empty in the first 10 seconds.
    private func pace(_ number: Int, of count: Int) -> String {
        let now = context.now()
        let first = firstConfiguration.withLock { first in
            if first == nil { first = (now, number) }
            return first ?? (now, number)
        }
        let seconds = now.timeIntervalSince(first.date)
        guard seconds >= 10, number > first.number else { return "" }
        let rate = Double(number - first.number) / seconds
        let left = Int((Double(count - number) / rate).rounded(.up))
        let time = left < 60 ? "\(left) s" : "\((left + 59) / 60) min"
        return ", \(Int((rate * 60).rounded())) a minute, about \(time) left"
    }

    private static func clock(_ date: Date) -> String {
        var style = Date.VerbatimFormatStyle(
            format:
                "\(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\(second: .twoDigits)",
            timeZone: .current,
            calendar: Calendar(identifier: .gregorian)
        )
        style.locale = Locale(identifier: "en_US_POSIX")
        return date.formatted(style)
    }
}
