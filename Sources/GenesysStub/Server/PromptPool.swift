import FlyingFox
import FlyingSocks
import Foundation
import Synchronization

/// A pool of sockets that sends small packets at once.
///
/// Without TCP_NODELAY each answer of two packets waits 40 ms for an acknowledgement.
final class PromptPool: AsyncSocketPool {
    private let pool: any AsyncSocketPool
    private let sockets = Mutex<Set<Socket>>([])

    /// Wraps the pool that the server would take itself.
    init() {
        pool = HTTPServer.defaultPool()
    }

    func prepare() async throws { try await pool.prepare() }

    func run() async throws { try await pool.run() }

    func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
        sockets.withLock { _ = $0.insert(socket) }
        try socket.setValue(true, for: BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY))
        try await pool.suspendSocket(socket, untilReadyFor: events)
    }

    /// Makes the connection from a peer end with a reset, where it would end with a close.
    func resetOnClose(peer: Socket.Address) throws {
        let socket = sockets.withLock { sockets in sockets.first { (try? $0.remotePeer()) == peer } }
        try socket?.setValue(linger(l_onoff: 1, l_linger: 0), for: LingerOption())
    }

    /// What a close does with what was not sent yet.
    private struct LingerOption: SocketOption {
        let name = SO_LINGER

        func makeValue(from socketValue: linger) -> linger { socketValue }

        func makeSocketValue(from value: linger) -> linger { value }
    }
}
