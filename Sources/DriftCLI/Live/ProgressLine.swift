import DriftReports
import Foundation
import GenesysCloud
import Synchronization

/// Shows the progress of a live run: on a terminal in one line, which is overwritten; elsewhere in one line every 10 s.
final class ProgressLine: Sendable {
    private let context: Context

    /// Without a terminal: when the last line was printed, or, before the first line, when the run began.
    private let last: Mutex<Date>

    /// Without a terminal: the time between two lines.
    private static let interval: TimeInterval = 10

    init(context: Context) {
        self.context = context
        last = Mutex(context.now())
    }

    func show(_ event: ProgressEvent) {
        let line = Printable.text(text(of: event))
        guard context.isErrorTerminal else {
            let now = context.now()
            let isDue = last.withLock { last in
                guard now.timeIntervalSince(last) >= Self.interval else { return false }
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

    /// Whether the line of an event stays visible.
    private func isLasting(_ event: ProgressEvent) -> Bool {
        if case .fetching = event { true } else { false }
    }

    private func text(of event: ProgressEvent) -> String {
        switch event {
        case .listing(let what, let count, let total?): "reading \(what): \(count) of \(total)"
        case .listing(let what, let count, nil): "reading \(what): \(count)"
        case .fetching(let count, let estimate) where estimate >= .seconds(60):
            "reading \(count) configurations; at the rate limit this takes about \(estimate.components.seconds / 60) min"
        case .fetching(let count, _): "reading \(count) configurations"
        case .configuration(let number, let count): "reading configurations: \(number) of \(count)"
        case .waiting(let date): "waiting for the rate limit until \(Self.clock(date))"
        case .retrying(let request, let reason, let pause):
            "\(request): \(reason); trying again in \(max(1, pause.components.seconds)) s"
        }
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
