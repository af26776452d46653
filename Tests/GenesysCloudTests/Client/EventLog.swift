import Synchronization

@testable import GenesysCloud

/// Remembers what a client told of its progress.
final class EventLog: Sendable {
    private let events = Mutex<[ProgressEvent]>([])

    /// The events so far.
    var all: [ProgressEvent] { events.withLock { $0 } }

    /// Remembers an event.
    @Sendable func note(_ event: ProgressEvent) {
        events.withLock { $0.append(event) }
    }
}
