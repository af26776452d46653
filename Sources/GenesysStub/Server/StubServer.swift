public import Foundation
import DriftCore
import FlyingFox
import FlyingSocks
import Synchronization

/// The local server of `flowdrift stub`, which answers over HTTP as the Platform API does.
///
/// It serves one org, simulates faults, and keeps a log of the requests. It has no TLS, and only checks the form of
/// credentials, so it must only be used on the local machine.
public final class StubServer: Sendable {
    private let exchange: StubExchange
    private let host: String
    private let port: UInt16
    private let clock: StubClock
    private let running = Mutex<Task<Void, any Error>?>(nil)

    /// Makes a server that doesn't listen yet.
    ///
    /// - Parameters:
    ///   - org: The org to serve.
    ///   - faults: The faults to simulate; if several apply to a request, the first one happens.
    ///   - port: The port, or 0 for any free one.
    ///   - host: The IPv4 address to listen at.
    ///   - rejectedSecret: The client secret to reject, or `nil` to accept any.
    ///   - rateLimit: How many requests are allowed per minute before 429, or `nil` for no limit. Without a limit, the
    ///     headers show one that isn't applied.
    ///   - launches: How launches are answered.
    ///   - clock: The source of time for slow answers and the rate limit.
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

    /// Makes a server, which doesn't listen yet, for a catalogue that other servers may share.
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

    /// Starts listening.
    ///
    /// - Returns: The address to send requests to, such as `http://127.0.0.1:8085`.
    /// - Throws: ``StubServerError`` if it can't listen at the address.
    public func start() async throws(StubServerError) -> URL {
        let address: sockaddr_in
        do { address = try .inet(ip4: host, port: port) } catch { throw .notAnAddress(host) }
        let server = HTTPServer(
            address: address,
            // Clients have their own deadlines, and a slow answer must not be cut off.
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

    /// Stops listening, and closes all connections.
    public func stop() async {
        let current = running.withLock { running in
            defer { running = nil }
            return running
        }
        guard let current else { return }
        // HTTPServer.stop() may close the socket just before the server accepts from it. Its number may then belong to
        // another server's new socket, and accepting from that one blocks a thread. A cancelled run closes it last.
        current.cancel()
        _ = await current.result
    }

    /// Serves another org from now on.
    public func serve(_ org: StubOrg) {
        exchange.serve(org)
    }

    /// The requests so far in order of arrival, each in the form `GET /api/v2/flows?pageSize=500`.
    public var requests: [String] { exchange.requests }

    /// The number of requests so far.
    public var requestCount: Int { exchange.requests.count }

    /// The number of requests to each endpoint, such as `GET /api/v2/flows/{}`.
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

/// The reason why a stub server doesn't run.
public enum StubServerError: Error, Hashable, CustomStringConvertible {
    /// The host isn't an IPv4 address.
    case notAnAddress(String)

    /// The address is in use, or doesn't belong to this machine.
    case cannotListen(String)

    /// The problem and the fix, as one phrase.
    public var description: String {
        switch self {
        case .notAnAddress(let host): "'\(host)' is not an IPv4 address; name 127.0.0.1 to serve only this machine"
        case .cannotListen(let address):
            "Cannot listen at \(address): the port may be in use; name another port with --port, or 0 for any free port"
        }
    }
}

/// Whether a server has failed to run.
private final class Outcome: Sendable {
    private let failed = Mutex(false)

    var hasFailed: Bool { failed.withLock { $0 } }

    func fail() { failed.withLock { $0 = true } }
}
