import FlyingFox
import FlyingSocks
import Foundation

/// A pool of sockets that sends small packets without delay.
///
/// Without TCP_NODELAY, each answer of two packets waits 40 ms for an acknowledgement.
struct PromptPool: AsyncSocketPool {
    private let pool: any AsyncSocketPool = HTTPServer.defaultPool()

    func prepare() async throws { try await pool.prepare() }

    func run() async throws { try await pool.run() }

    func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
        // The listening socket comes here first, and the sockets that it accepts inherit the option.
        try socket.setValue(true, for: BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY))
        try await pool.suspendSocket(socket, untilReadyFor: events)
    }
}

extension Socket {
    /// The socket of this process that is connected to a peer, or `nil` if there is none.
    ///
    /// The server doesn't expose its sockets, so they are found by their low numbers.
    static func connected(to peer: Socket.Address) -> Socket? {
        let sockets = (0..<65_536).lazy.map { Socket(file: FileDescriptor(rawValue: $0)) }
        return sockets.first { (try? $0.remotePeer()) == peer }
    }

    /// Makes closing the connection send a reset.
    func resetOnClose() throws {
        try setValue(linger(l_onoff: 1, l_linger: 0), for: LingerOption())
    }
}

/// What closing a socket does with unsent data.
private struct LingerOption: SocketOption {
    let name = SO_LINGER

    func makeValue(from socketValue: linger) -> linger { socketValue }

    func makeSocketValue(from value: linger) -> linger { value }
}
