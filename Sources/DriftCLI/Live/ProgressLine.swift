import DriftReports
import Foundation
import GenesysCloud

/// Says on a terminal what a live run is doing, in one line that is written over; silent elsewhere.
struct ProgressLine: Sendable {
    /// The world.
    let context: Context

    /// Shows an event.
    func show(_ event: ProgressEvent) {
        guard context.isErrorTerminal else { return }
        let line = Printable.text(text(of: event))
        context.printError(isLasting(event) ? "\r\u{1B}[K\(line)\n" : "\r\u{1B}[K\(line)")
    }

    /// Clears the line, so that what follows stands alone.
    func clear() {
        guard context.isErrorTerminal else { return }
        context.printError("\r\u{1B}[K")
    }

    /// What is worth reading later, too.
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
