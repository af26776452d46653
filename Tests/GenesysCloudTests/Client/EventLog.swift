import Synchronization

@testable import GenesysCloud

/// Collects the progress events of a client.
final class EventLog: Sendable {
    private let events = Mutex<[ProgressEvent]>([])

    var all: [ProgressEvent] { events.withLock { $0 } }

    @Sendable func note(_ event: ProgressEvent) {
        events.withLock { $0.append(event) }
    }
}
