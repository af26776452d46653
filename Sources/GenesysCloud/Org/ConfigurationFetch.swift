import DriftCore
import Synchronization

/// Fetches the configurations of flows in parallel, and stops if the org no longer answers.
struct ConfigurationFetch {
    let client: PlatformClient
    let width: Int
    var kept: (any KeptFlows)?

    func outcomes(of wanted: [WantedConfiguration]) async -> [ConfigurationOutcome] {
        let perMinute = await client.gate.requestsPerMinute
        let estimate: Duration = wanted.count > perMinute ? .seconds(60) * wanted.count / perMinute : .zero
        client.progress(.fetching(count: wanted.count, estimate: estimate))
        let patience = Patience(limit: width)
        let counter = Counter()
        return await inParallel(wanted, width: width) { configuration in
            guard await patience.isLeft else { return .notAsked }
            let outcome = await outcome(of: configuration)
            await patience.note(outcome)
            client.progress(.configuration(number: counter.next(), of: wanted.count))
            return outcome
        }
    }

    private func outcome(of wanted: WantedConfiguration) async -> ConfigurationOutcome {
        do throws(PlatformError) {
            let resource = try wanted.resource(at: client.host)
            let flow = try await client.read(resource) { (reader, bytes) throws(ReadingError) in
                try reader.flow(configuration: bytes, of: wanted.entry)
            }
            if wanted.kind == .published { kept?.keep(flow) }
            return .read(flow)
        } catch {
            return .failed(error)
        }
    }
}

struct WantedConfiguration: Sendable {
    var entry: FlowEntry
    var kind: Kind

    enum Kind: Hashable {
        case published
        /// The configuration of the draft with a version.
        case draft(String)
    }

    func resource(at host: PlatformHost) throws(PlatformError) -> PlatformResource {
        let place = "GET \(host.apiURL)/api/v2/flows"
        guard let id = entry.id else {
            throw PlatformError(.unreadable, "The list of flows has no id for the flow", at: place)
        }
        guard kind == .published else { return .latestConfiguration(of: id) }
        guard let version = entry.publishedVersion else {
            throw PlatformError(.unreadable, "The list of flows does not say which version is published", at: place)
        }
        return .configuration(of: id, version: version)
    }

    func problem(_ error: PlatformError) -> ReadingError {
        var problem = error.readingError
        problem.problem =
            (kind == .published ? "" : "The draft of ") + "'\(entry.key)' could not be read: \(problem.problem)"
        return problem
    }
}

enum ConfigurationOutcome: Sendable {
    case read(Flow)
    case failed(PlatformError)
    /// The configuration wasn't requested because the org had stopped answering.
    case notAsked

    var isNotAsked: Bool {
        if case .notAsked = self { true } else { false }
    }
}

/// Stops further requests if they would all fail, since each may take as long as the budget allows.
private actor Patience {
    private let limit: Int
    private var failures = 0
    private(set) var isLeft = true

    init(limit: Int) {
        self.limit = limit
    }

    func note(_ outcome: ConfigurationOutcome) {
        guard case .failed(let error) = outcome else {
            failures = 0
            return
        }
        switch error.kind {
        case .noAnswer, .rateLimit, .refused: failures += 1
        case _ where error.kind.isFinal: isLeft = false
        default: failures = 0
        }
        if failures >= limit { isLeft = false }
    }
}

private final class Counter: Sendable {
    private let count = Mutex(0)

    func next() -> Int {
        count.withLock {
            $0 += 1
            return $0
        }
    }
}
