import Foundation
import GenesysCloud
import GenesysStub
import TestSupport

extension PlatformClock {
    /// Wraps a test's clock for a client.
    init(_ clock: TestClock, startingAt date: Date) {
        self.init(
            now: { clock.now },
            date: { date.addingTimeInterval(Double(clock.now.components.seconds)) },
            sleep: { try await clock.sleep(until: $0, exchange: PlatformClock.exchange) },
            begin: { clock.begin() },
            end: { clock.end($0) }
        )
    }
}

extension StubClock {
    /// Wraps a test's clock for the stub server.
    init(_ clock: TestClock) {
        self.init(now: { clock.now }, pause: { try await clock.pause($0, exchange: $1) })
    }
}
