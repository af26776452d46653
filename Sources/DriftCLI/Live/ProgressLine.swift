import DriftReports
import Foundation
import GenesysCloud

/// Shows the progress of a live run in one line of a terminal, which is overwritten; prints nothing elsewhere.
struct ProgressLine: Sendable {
    let context: Context

    func show(_ event: ProgressEvent) {
        guard context.isErrorTerminal else { return }
        let line = Printable.text(text(of: event))
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
