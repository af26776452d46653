public import Foundation
import DriftCore
import FlyingFox
import FlyingSocks
import Synchronization

/// A local stand-in for the Platform API, over HTTP.
///
/// It serves one org, fails as it is told to, and keeps a log of what was asked. It speaks no TLS and checks no
/// credentials beyond their form: it is for the machine that it runs on.
public final class StubServer: Sendable {
    private let exchange: StubExchange
    private let host: String
    private let port: UInt16
    private let clock: StubClock
    private let running = Mutex<Task<Void, any Error>?>(nil)

    /// Makes a server, which does not listen yet.
    ///
    /// - Parameters:
    ///   - org: What it serves.
    ///   - faults: What goes wrong; of several that fit a request, the first happens.
    ///   - port: The port; 0 for any that is free.
    ///   - host: The IPv4 address to listen at.
    ///   - rejectedSecret: The client secret that gets no token; nil to take any.
    ///   - rateLimit: The requests that a minute has before 429; nil for no limit, whatever the headers say.
    ///   - launches: How launches are taken.
    ///   - clock: The time, for slow answers and the rate limit.
    public convenience init(
        _ org: StubOrg,
        faults: [StubFault] = [],
        port: UInt16 = 0,
        host: String = "127.0.0.1",
        rejectedSecret: String? = "wrong",
        rateLimit: Int? = nil,
        launches: LaunchSettings = LaunchSettings(),
        clock: StubClock = .system
    ) {
        self.init(
            StubCatalogue(org),
            faults: faults,
            port: port,
            host: host,
            rejectedSecret: rejectedSecret,
            rateLimit: rateLimit,
            launches: launches,
            clock: clock
        )
    }

    /// Makes a server of an org that others serve too, which does not listen yet.
    public init(
        _ catalogue: StubCatalogue,
        faults: [StubFault] = [],
        port: UInt16 = 0,
        host: String = "127.0.0.1",
        rejectedSecret: String? = "wrong",
        rateLimit: Int? = nil,
        launches: LaunchSettings = LaunchSettings(),
        clock: StubClock = .system
    ) {
        exchange = StubExchange(
            catalogue,
            faults: faults,
            rejectedSecret: rejectedSecret,
            rateLimit: rateLimit,
            launches: launches,
            clock: clock
        )
        self.clock = clock
        self.host = host
        self.port = port
    }

    /// Starts to listen.
    ///
    /// - Returns: The address to send requests to, such as `http://127.0.0.1:8085`.
    /// - Throws: ``StubServerError`` where the address cannot be listened at.
    public func start() async throws(StubServerError) -> URL {
        let address: sockaddr_in
        do { address = try .inet(ip4: host, port: port) } catch { throw .notAnAddress(host) }
        let server = HTTPServer(
            address: address,
            // The deadline is the client's affair; a slow answer must not be cut off here.
            timeout: 86_400,
            pool: PromptPool(),
            logger: .disabled,
            handler: StubHandler(exchange: exchange, clock: clock)
        )
        let outcome = Outcome()
        let task = Task {
            do { try await server.run() } catch {
                outcome.fail()
                throw error
            }
        }
        running.withLock { $0 = task }
        return try await url(of: server, outcome)
    }

    /// Stops to listen, and closes what is open.
    public func stop() async {
        let current = running.withLock { running in
            defer { running = nil }
            return running
        }
        guard let current else { return }
        // HTTPServer.stop() closes the socket while the server may be about to accept from it; by then its number may be
        // that of another server's new socket, and that one blocks a thread. A run that is cancelled closes it last.
        current.cancel()
        _ = await current.result
    }

    /// Serves another org from now on.
    public func serve(_ org: StubOrg) {
        exchange.serve(org)
    }

    /// What was asked so far, as `GET /api/v2/flows?pageSize=500`, in order of arrival.
    public var requests: [String] { exchange.requests }

    /// How many requests there were so far.
    public var requestCount: Int { exchange.requests.count }

    /// How many requests each endpoint had, as `GET /api/v2/flows/{}`.
    public var requestCounts: [String: Int] { exchange.counts }

    private func url(of server: HTTPServer, _ outcome: Outcome) async throws(StubServerError) -> URL {
        while true {
            if outcome.hasFailed { throw .cannotListen("\(host):\(port)") }
            if case .ip4(let address, let port)? = await server.listeningAddress, port > 0,
                let url = URL(string: "http://\(address):\(port)")
            {
                return url
            }
            do { try await Task.sleep(for: .milliseconds(1)) } catch { throw .cannotListen("\(host):\(port)") }
        }
    }
}

/// Why the stand-in does not run.
public enum StubServerError: Error, Hashable, CustomStringConvertible {
    /// The host is no IPv4 address.
    case notAnAddress(String)

    /// The address is taken, or is not this machine's.
    case cannotListen(String)

    /// What is wrong and what to do, as one phrase.
    public var description: String {
        switch self {
        case .notAnAddress(let host): "'\(host)' is not an IPv4 address; 127.0.0.1 serves only this machine"
        case .cannotListen(let address):
            "Cannot listen at \(address): the port may be taken; name another with --port, or 0 for any that is free"
        }
    }
}

/// Whether a server has failed to run.
private final class Outcome: Sendable {
    private let failed = Mutex(false)

    var hasFailed: Bool { failed.withLock { $0 } }

    func fail() { failed.withLock { $0 = true } }
}
